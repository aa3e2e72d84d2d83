/*
 * Runs a fuzz target without libFuzzer: over every file it is given, and over
 * a fixed number of changes to them.  The changes come from a counter, so two
 * runs do the same.
 *
 *	replay ROUNDS FILE...
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_BYTES = 1 << 16, MAX_FILES = 512, CHANGES = 6 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct file {
	uint8_t *p;
	size_t n;
};

/* xorshift: any number but 0 begins a long row of others. */
static uint32_t next(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

static struct file load(const char *name)
{
	struct file f = {malloc(MAX_BYTES), 0};
	FILE *in = fopen(name, "rb");

	if (!f.p || !in) {
		fprintf(stderr, "replay: cannot read '%s'\n", name);
		exit(2);
	}
	f.n = fread(f.p, 1, MAX_BYTES, in);
	fclose(in);
	return f;
}

/* One piece of the text changed: a byte, a piece gone, doubled or taken from
 * another file, or something that means much to our grammars. */
static size_t change(
	uint8_t *p, size_t n, const struct file *other, uint32_t *state)
{
	static const char *const WORDS[] = {"\n", "\n\n", "- ", "| ", "|---|",
		"# ", "    ", "**", "=> ", " to ", "from ",
		"KR1: ", "O1: ", "%", "1,234.5", "{\"", "\"}", "[[", "]]",
		"{{#a}}", "{{/a}}", "\xff", "\xe2\x86\x92", "<table>", "</td>",
		"<!--", "-->", ": ", "\t", "99999999999999999999", "(", ")",
		"0"};
	size_t at = n ? next(state) % n : 0;
	size_t length = next(state) % 32, from;
	const char *word;

	switch (next(state) % 5) {
	case 0:
		if (n)
			p[at] = (uint8_t)next(state);
		return n;
	case 1: /* gone */
		length = length < n - at ? length : n - at;
		memmove(p + at, p + at + length, n - at - length);
		return n - length;
	case 2: /* doubled */
		length = length < n - at ? length : n - at;
		if (n + length > MAX_BYTES)
			return n;
		memmove(p + at + length, p + at, n - at);
		return n + length;
	case 3: /* from elsewhere */
		if (!other->n)
			return n;
		from = next(state) % other->n;
		length = length < other->n - from ? length : other->n - from;
		length = length < n - at ? length : n - at;
		memcpy(p + at, other->p + from, length);
		return n;
	default:
		word = WORDS[next(state) % (sizeof WORDS / sizeof WORDS[0])];
		length = strlen(word);
		if (n + length > MAX_BYTES)
			return n;
		memmove(p + at + length, p + at, n - at);
		memcpy(p + at, word, length);
		return n + length;
	}
}

/* A copy of exactly its size, so that a byte too far is seen. */
static void run(const uint8_t *p, size_t n)
{
	uint8_t *exact = malloc(n ? n : 1);

	if (!exact)
		exit(2);
	memcpy(exact, p, n);
	LLVMFuzzerTestOneInput(exact, n);
	free(exact);
}

int main(int argc, char **argv)
{
	static struct file files[MAX_FILES];
	static uint8_t text[MAX_BYTES];
	long rounds = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
	uint32_t state = 2463534242u;
	size_t n = 0;

	for (int i = 2; i < argc && n < MAX_FILES; i++)
		files[n++] = load(argv[i]);
	for (size_t i = 0; i < n; i++)
		run(files[i].p, files[i].n);
	for (long i = 0; i < rounds && n; i++) {
		const struct file *f = &files[next(&state) % n];
		size_t size = f->n;

		memcpy(text, f->p, f->n);
		for (uint32_t k = next(&state) % CHANGES + 1; k > 0; k--)
			size = change(
				text, size, &files[next(&state) % n], &state);
		run(text, size);
	}
	printf("%zu files, %ld changes of them\n", n, n ? rounds : 0);
	for (size_t i = 0; i < n; i++)
		free(files[i].p);
	return 0;
}
