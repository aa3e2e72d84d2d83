/*
 * What kind of OKR file it is, and reading it.
 */
#include "okrfile_p.h"

#include "csv.h"

enum form { FORM_MARKDOWN, FORM_ROWS, FORM_YAML };

static enum form form_of(const char *path)
{
	static const struct {
		const char *ending;
		enum form form;
	} ENDINGS[] = {
		{".csv", FORM_ROWS},
		{".tsv", FORM_ROWS},
		{".yaml", FORM_YAML},
		{".yml", FORM_YAML},
	};

	for (size_t i = 0; i < COUNT_OF(ENDINGS); i++)
		if (str_iends(str_of(path), ENDINGS[i].ending))
			return ENDINGS[i].form;
	return FORM_MARKDOWN;
}

bool okrfile_is_markdown(const char *path)
{
	return form_of(path) == FORM_MARKDOWN;
}

static int outline_rows(struct arena *a, struct str text, const char *path,
	struct outline *out, struct err *err)
{
	struct csv csv;

	if (csv_parse(a, text, path, &csv, err))
		return -1;
	csv_outline(&csv, out);
	return 0;
}

int okrfile_read(struct run *run, struct str text, const char *path,
	const struct read_options *o, struct model *m,
	struct outline_remarks *remarks, struct explanation *why,
	struct err *err)
{
	struct arena *a = run->arena;
	enum form form = form_of(path);
	struct outline out;
	int rc;

	if (form == FORM_MARKDOWN) {
		read_markdown(a, text, path, o, m, why);
		return 0;
	}
	outline_init(&out, a);
	rc = form == FORM_ROWS ? outline_rows(a, text, path, &out, err)
			       : okr_yaml_outline(a, text, path, &out, err);
	if (!rc)
		rc = outline_read(&out, path, o, m, why, err);
	if (!rc && remarks)
		*remarks = out.remarks;
	outline_release(&out);
	return rc;
}
