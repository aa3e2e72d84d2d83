/*
 * Finding templates: the user's folder first, ours for the rest.  Ours are
 * also known as "default/NAME", so that a user's page can build on them.
 */
#include "run_p.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum { PATH_BYTES = 4096 };

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The files of a folder with that ending, sorted, without it. */
static int list_folder(struct arena *a, const char *folder, const char *ending,
	struct texts *names, struct err *err)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;

	if (!dir)
		return err_set(err, ERR_CONFIG,
			"cannot open the templates' folder '%s': %s", folder,
			strerror(errno));
	while ((entry = readdir(dir))) {
		struct str name = str_of(entry->d_name);

		if (str_ends(name, ending) && name.p[0] != '.')
			*vec_add(a, names) = arena_text(
				a, str_sub(name, 0, name.n - strlen(ending)));
	}
	closedir(dir);
	if (names->n)
		qsort(names->v, names->n, sizeof *names->v, compare_names);
	return 0;
}

static bool has_name(const struct template_sources *sources, const char *name)
{
	for (size_t i = 0; i < sources->n; i++)
		if (strcmp(sources->v[i].name, name) == 0)
			return true;
	return false;
}

static int load_folder(struct arena *a, const char *folder, const char *prefix,
	bool replace, struct template_sources *sources, struct err *err)
{
	struct texts names = {.n = 0};

	if (list_folder(a, folder, ".mustache", &names, err))
		return -1;
	for (size_t i = 0; i < names.n; i++) {
		const char *name = arena_printf(a, "%s%s", prefix, names.v[i]);
		const char *file =
			arena_printf(a, "%s/%s.mustache", folder, names.v[i]);
		struct str text;

		if (!replace && has_name(sources, name))
			continue;
		if (file_read(a, file, TEMPLATE_BYTES, &text, err)) {
			err->kind = ERR_CONFIG;
			return -1;
		}
		*vec_add(a, sources) = (struct template_source){
			.name = name, .file = file, .text = text};
	}
	return 0;
}

/* Ours of a kind, "pages" or "issues": beside the program as installed, in
 * its source tree, or where it was built to be installed. */
static const char *our_folder(
	struct arena *a, const char *kind, struct err *err)
{
	static const char *const PLACES[] = {
		"../share/okrsync", "../../templates", "../templates"};
	char exe[PATH_BYTES];
	ssize_t n = readlink("/proc/self/exe", exe, sizeof exe - 1);
	struct str here = {exe, n > 0 ? (size_t)n : 0};
	size_t slash = str_rfind_char(here, '/');
	const char *folder;

	for (size_t i = 0; slash != STR_NONE && i < COUNT_OF(PLACES); i++) {
		folder = arena_printf(a, "%.*s/%s/%s",
			STR_ARG(str_sub(here, 0, slash)), PLACES[i], kind);
		if (access(folder, R_OK | X_OK) == 0)
			return folder;
	}
	folder = arena_printf(a, "%s/%s", OKRSYNC_DATADIR, kind);
	if (access(folder, R_OK | X_OK) == 0)
		return folder;
	return err_null(err, ERR_CONFIG,
		"cannot find the templates in '%s'; was okrsync installed "
		"with 'make install'?",
		folder);
}

int templates_issue(struct run *run, const char *name, struct str *text,
	const char **file, bool *there, struct texts *names, struct err *err)
{
	const char *folder = our_folder(run->arena, "issues", err);
	struct texts all = {NULL, 0, 0};

	*there = false;
	if (!folder || list_folder(run->arena, folder, ".md", &all, err))
		return -1;
	for (size_t i = 0; i < all.n; i++) {
		if (names)
			*vec_add(run->arena, names) = all.v[i];
		if (strcmp(all.v[i], name) != 0)
			continue;
		*there = true;
		*file = arena_printf(run->arena, "%s/%s.md", folder, name);
		if (file_read(run->arena, *file, TEMPLATE_BYTES, text, err))
			return -1;
	}
	return 0;
}

int templates_load(
	struct run *run, struct template_sources *sources, struct err *err)
{
	const char *ours = our_folder(run->arena, "pages", err);

	if (!ours)
		return -1;
	if (*run->s.templates && load_folder(run->arena, run->s.templates, "",
					 true, sources, err))
		return -1;
	if (load_folder(run->arena, ours, "", false, sources, err))
		return -1;
	return load_folder(run->arena, ours, "default/", false, sources, err);
}
