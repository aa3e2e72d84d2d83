# okrsync.  `make help` lists what there is to type; V=1 shows commands.
#
# CC, CFLAGS, CPPFLAGS, LDFLAGS, PREFIX and DESTDIR are yours.  SAN=1 builds
# with ASan and UBSan, COV=1 for gcov; each has a folder of its own.
PREFIX ?= /usr/local
CFLAGS ?= -O2 -g
VERSION := $(shell cat VERSION)

flavour := $(notdir $(firstword $(CC)))$(if $(SAN),-san)$(if $(COV),-cov)$(if $(FUZZ),-fuzz)
B ?= build/$(flavour)
Q := $(if $(V),,@)

rooms_pure := base okr read page
rooms_io := gitlab store publish cli
libs_okr := gmp libutf8proc
libs_read := md4c libutf8proc
libs_page := libutf8proc
libs_gitlab := libcurl libdeflate jansson
libs_store := sqlite3
libs_publish := libgit2
libs_cli := libfyaml libical
libs := gmp md4c libutf8proc libcurl libdeflate jansson sqlite3 libgit2 libfyaml libical

house_cflags := -std=c11 -Wall -Wextra -Wshadow -Wformat=2 -Wvla \
	-Wwrite-strings -Wstrict-prototypes -Wmissing-prototypes -Wundef \
	-fno-common -fPIE -fstack-protector-strong -fstack-clash-protection \
	-fcf-protection -ftrivial-auto-var-init=zero $(if $(WERROR),-Werror)
house_cppflags := -D_POSIX_C_SOURCE=200809L -Iinclude \
	-DOKRSYNC_VERSION='"$(VERSION)"' \
	-DOKRSYNC_DATADIR='"$(PREFIX)/share/okrsync"'
house_ldflags := -pie -Wl,-z,relro,-z,now,-z,noexecstack -Wl,--as-needed
# clang 14 has the flag but asks to be begged for it.
ifneq ($(findstring clang,$(CC)),)
house_cflags += -enable-trivial-auto-var-init-zero-knowing-it-will-be-removed-from-clang
endif
ifdef SAN
house_cflags += -fsanitize=address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer
house_ldflags += -fsanitize=address,undefined
else ifndef COV
# The distribution's own flags may set another level: ours is the higher one.
house_cppflags += -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3
endif
ifdef FUZZ
house_cflags += -fsanitize=fuzzer-no-link
endif
ifdef COV
house_cflags += --coverage -O0
house_ldflags += --coverage
endif

src_of = $(sort $(wildcard src/$(1)/*.c))
obj_of = $(patsubst src/%.c,$B/%.o,$(call src_of,$(1)))
main_o := $B/cli/main.o
objs_pure := $(foreach r,$(rooms_pure),$(call obj_of,$r))
objs_io := $(filter-out $(main_o),$(foreach r,$(rooms_io),$(call obj_of,$r)))
tests := $(patsubst tests/unit/%.c,$B/unit/%,\
	$(sort $(wildcard tests/unit/test_*.c)))
replays := $(patsubst tests/fuzz/%.c,$B/replay/%,\
	$(sort $(wildcard tests/fuzz/fuzz_*.c)))
# Looked up only when something is compiled: `make deps` must work without.
pkg_cflags = $(if $(1),$(shell pkg-config --cflags $(1)))
pkg_libs = $(shell pkg-config --libs $(1))

.PHONY: all help deps demo check check-unit check-cases check-e2e check-long \
	check-fuzz check-walls check-docs measure bench asan valgrind coverage fuzz lint golden manual \
	install uninstall dist deb clean
.DELETE_ON_ERROR:

all: $B/okrsync

help:
	@sed -n 's/^## //p' Makefile

$B/okrsync: $(main_o) $B/libio.a $B/libpure.a
	@echo "  LD    $@"
	$Q$(CC) $(CFLAGS) $(house_cflags) $(LDFLAGS) $(house_ldflags) -o $@ $^ \
		$(call pkg_libs,$(libs))
	$Q$(if $(SAN)$(COV)$(FUZZ),,ln -sfn $(flavour)/okrsync build/okrsync)

$B/libpure.a: $(objs_pure)
$B/libio.a: $(objs_io)
%.a:
	@mkdir -p $(@D)
	$Qrm -f $@ && $(AR) rcs $@ $^

# A room's objects see only that room's libraries.
define room_rule
$B/$(1)/%.o: src/$(1)/%.c
	@mkdir -p $$(@D)
	@echo "  CC    $$<"
	$$Q$$(CC) $$(CPPFLAGS) $$(house_cppflags) $$(CFLAGS) $$(house_cflags) \
		$$(call pkg_cflags,$$(libs_$(1))) -MMD -MP -c -o $$@ $$<
endef
$(foreach r,$(rooms_pure) $(rooms_io),$(eval $(call room_rule,$r)))

$B/unit/%: tests/unit/%.c $B/libio.a $B/libpure.a
	@mkdir -p $(@D)
	@echo "  TEST  $<"
	$Q$(CC) $(CPPFLAGS) $(house_cppflags) -Isrc -Itests/unit $(CFLAGS) \
		$(house_cflags) -MMD -MP $(LDFLAGS) $(house_ldflags) -o $@ $< \
		$B/libio.a $B/libpure.a \
		$(shell pkg-config --cflags --libs cmocka $(libs))

# Only with CC=clang SAN=1 FUZZ=1, as ci/fuzz calls it.
$B/fuzz/%: tests/fuzz/%.c $B/libio.a $B/libpure.a
	@mkdir -p $(@D)
	@echo "  FUZZ  $<"
	$Q$(CC) $(CPPFLAGS) $(house_cppflags) -Isrc $(CFLAGS) $(house_cflags) \
		-fsanitize=fuzzer -MMD -MP $(house_ldflags) -o $@ $< \
		$B/libio.a $B/libpure.a $(call pkg_libs,$(libs))

## make              build build/okrsync
## make deps         install the packages of ci/packages (root or sudo)
deps:
	$Qci/deps build

## make demo         see the main job run, from issues to pages
demo:
	$Qci/deps demo
	$Q$(MAKE) --no-print-directory all
	$Q/usr/bin/python3 tests/demo/demo.py

# The same targets without libFuzzer, for SAN=1: the corpus and changes of it.
$B/replay/%: tests/fuzz/%.c tests/fuzz/replay.c $B/libio.a $B/libpure.a
	@mkdir -p $(@D)
	@echo "  FUZZ  $<"
	$Q$(CC) $(CPPFLAGS) $(house_cppflags) -Isrc $(CFLAGS) $(house_cflags) \
		$(LDFLAGS) $(house_ldflags) -o $@ $< tests/fuzz/replay.c \
		$B/libio.a $B/libpure.a $(call pkg_libs,$(libs))

## make check        everything that should pass before a commit
check:
	$Qci/deps check
	$Q$(MAKE) --no-print-directory WERROR=1 all
	$Q$(MAKE) --no-print-directory check-walls check-docs check-unit
	$Q$(MAKE) --no-print-directory asan
	$Q$(MAKE) --no-print-directory check-e2e

## make check-unit   the unit tests (TEST=name for one)
check-unit: $(tests)
	$Qci/unit $(if $(TEST),$B/unit/test_$(TEST),$^)

## make check-cases  documents in, expected OKRs and pages out
check-cases: all
	$Q/usr/bin/python3 -m pytest -q -p no:cacheprovider tests/cases

## make measure      how much of pages by strangers is read right
measure: all
	$QOKRSYNC=$(CURDIR)/$B/okrsync /usr/bin/python3 -B tests/measure/measure.py

## make check-e2e    the program against the double, over real HTTP
check-e2e: all
	$QOKRSYNC=$(CURDIR)/$B/okrsync /usr/bin/python3 -m pytest -q \
		-p no:cacheprovider tests/e2e tests/cases $(PYTEST_ARGS)

## make check-walls  every room keeps to its libraries and its kind
check-walls: all
	$Q/usr/bin/python3 ci/walls.py $B

## make check-docs   man pages and links
check-docs:
	$Qci/check-docs

## make asan         unit tests and the fuzz corpus under ASan and UBSan
asan:
	$Q$(MAKE) --no-print-directory SAN=1 WERROR=1 CFLAGS="-O1 -g" \
		check-unit check-fuzz

## make check-fuzz   every reader over its corpus and changes of it (ROUNDS=)
check-fuzz: $(replays)
	$Qci/fuzz-replay $(or $(ROUNDS),3000) $(replays)

## make check-long   minutes of fuzzing, valgrind, both compilers, sanitizers
check-long:
	$Qci/check-long

valgrind: $(tests)
	$Qci/unit --valgrind $^

## make coverage     lines and branches that the tests reach, file by file
coverage:
	$Qci/coverage

## make fuzz         fuzz every reader for a few seconds
fuzz:
	$Qci/fuzz 5

## make golden       rewrite the expected files of tests/cases; read the diff
golden: all
	$Q/usr/bin/python3 tests/cases/golden.py --write

## make manual       rewrite the tables of the manuals; read the diff
manual: $(addprefix $B/unit/test_,manual rules shape)
	$Qfor test in $^; do GOLDEN=1 $$test >/dev/null 2>&1 || exit 1; done

$B/bench/%: tests/bench/%.c $B/libio.a $B/libpure.a
	@mkdir -p $(@D)
	$Q$(CC) $(CPPFLAGS) $(house_cppflags) $(CFLAGS) $(house_cflags) \
		-MMD -MP $(LDFLAGS) $(house_ldflags) -o $@ $< \
		$B/libio.a $B/libpure.a $(call pkg_libs,$(libs))

## make bench        beside python-gitlab, curl and git (ROUNDS=5 PART=)
bench: all $B/bench/commit $B/bench/parse $B/bench/numbers
	$Qci/deps bench
	$Q/usr/bin/python3 tests/bench/bench.py $B $(or $(ROUNDS),5) $(PART)

## make lint         clang-format and clang-tidy
lint:
	$Qclang-format --dry-run -Werror $(wildcard src/*/*.[ch] include/*.h \
		tests/unit/*.[ch] tests/fuzz/*.c)

# Where shells look, below share; Debian has a folder of its own for zsh.
ZSH_FOLDER ?= zsh/site-functions
completions := bash-completion/completions/okrsync $(ZSH_FOLDER)/_okrsync \
	fish/vendor_completions.d/okrsync.fish

## make install      into PREFIX (/usr/local), below DESTDIR
install: all
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $B/okrsync $(DESTDIR)$(PREFIX)/bin/okrsync
	install -d $(DESTDIR)$(PREFIX)/share/okrsync/pages \
		$(DESTDIR)$(PREFIX)/share/okrsync/issues \
		$(DESTDIR)$(PREFIX)/share/man/man1 \
		$(DESTDIR)$(PREFIX)/share/man/man5
	install -m 644 templates/pages/*.mustache \
		$(DESTDIR)$(PREFIX)/share/okrsync/pages
	install -m 644 templates/issues/*.md \
		$(DESTDIR)$(PREFIX)/share/okrsync/issues
	install -m 644 docs/*.1 $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 docs/*.5 $(DESTDIR)$(PREFIX)/share/man/man5
	install -d $(addprefix $(DESTDIR)$(PREFIX)/share/,$(dir $(completions)))
	$B/okrsync completion bash \
		>$(DESTDIR)$(PREFIX)/share/$(word 1,$(completions))
	$B/okrsync completion zsh \
		>$(DESTDIR)$(PREFIX)/share/$(word 2,$(completions))
	$B/okrsync completion fish \
		>$(DESTDIR)$(PREFIX)/share/$(word 3,$(completions))

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/share/okrsync
	rm -f $(DESTDIR)$(PREFIX)/bin/okrsync \
		$(patsubst docs/%,$(DESTDIR)$(PREFIX)/share/man/man1/%,\
			$(wildcard docs/*.1)) \
		$(patsubst docs/%,$(DESTDIR)$(PREFIX)/share/man/man5/%,\
			$(wildcard docs/*.5)) \
		$(addprefix $(DESTDIR)$(PREFIX)/share/,$(completions))

dist_name := okrsync-$(VERSION)
# Whatever the settings of git are.
git_archive := git -c tar.umask=0022 -c core.autocrlf=false archive \
	--format=tar --prefix=$(dist_name)/ HEAD

## make dist         the source of HEAD, the same bytes each time
dist:
	@mkdir -p build
	$(git_archive) | gzip -9n >build/$(dist_name).tar.gz

## make deb          a Debian package of HEAD, into build/
deb:
	$Qci/deps package
	$Qrm -rf build/package && mkdir -p build/package
	$Q$(git_archive) | tar -x -C build/package
	$Qcd build/package/$(dist_name) && \
		env -u MAKEFLAGS -u MAKEOVERRIDES dpkg-buildpackage -us -uc -b
	$Qmv build/package/*.deb build/
	lintian --fail-on error build/okrsync_$(VERSION)_*.deb

clean:
	rm -rf build

-include $(shell find $B -name '*.d' 2>/dev/null)
