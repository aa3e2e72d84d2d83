/*
 * Front matter of OKR files and issue templates: YAML between two lines of
 * dashes.  Other programs put their own keys there, so that unknown ones are
 * none of our business.
 */
#include "open_p.h"

#include <libfyaml.h>

#include "yaml_p.h"

struct reading_head {
	struct arena *a;
	struct head *head;
	const char *file;
};

static int place_line(struct fy_node *node)
{
	struct fy_token *token = fy_node_get_scalar_token(node);
	const struct fy_mark *mark = token ? fy_token_start_mark(token) : NULL;

	/* The first line of dashes is not part of what is parsed. */
	return mark ? mark->line + 2 : 1;
}

void head_words(struct arena *a, struct str words, struct texts *list)
{
	struct str word;

	while (str_take_until(&words, ',', &word)) {
		word = str_trim(word);
		if (word.n)
			*vec_add(a, list) = arena_text(a, word);
	}
}

static int read_list(const struct reading_head *r, struct fy_node *key,
	struct fy_node *value, struct texts *list, struct err *err)
{
	struct fy_node *item = NULL;
	void *at = NULL;

	if (yaml_is_text(value)) {
		head_words(r->a, yaml_text(value), list);
		return 0;
	}
	while (value && fy_node_is_sequence(value) &&
		(item = fy_node_sequence_iterate(value, &at)) &&
		yaml_is_text(item))
		*vec_add(r->a, list) = arena_text(r->a, yaml_text(item));
	if (value && fy_node_is_sequence(value) && !item)
		return 0;
	return err_set(err, ERR_CONFIG,
		"%s:%d: '%.*s' is neither a text nor a list of texts", r->file,
		place_line(key), STR_ARG(yaml_text(key)));
}

static int read_text(const struct reading_head *r, struct fy_node *key,
	struct fy_node *value, const char **text, struct err *err)
{
	if (!yaml_is_text(value))
		return err_set(err, ERR_CONFIG, "%s:%d: '%.*s' is not a text",
			r->file, place_line(key), STR_ARG(yaml_text(key)));
	*text = arena_text(r->a, yaml_text(value));
	return 0;
}

static int read_pair(const struct reading_head *r, struct fy_node *key,
	struct fy_node *value, struct err *err)
{
	struct head *head = r->head;
	struct str name;

	if (!yaml_is_text(key))
		return 0;
	name = yaml_text(key);
	if (str_is(name, "labels") || str_is(name, "label"))
		return read_list(r, key, value, &head->labels, err);
	if (str_is(name, "assignees") || str_is(name, "assignee"))
		return read_list(r, key, value, &head->assignees, err);
	if (str_is(name, "milestone"))
		return read_text(r, key, value, &head->milestone, err);
	if (str_is(name, "title"))
		return read_text(r, key, value, &head->title, err);
	return 0;
}

static int read_root(
	const struct reading_head *r, struct fy_node *root, struct err *err)
{
	struct fy_node_pair *pair;
	void *at = NULL;

	if (!root || !fy_node_is_mapping(root))
		return 0; /* text between two rules, not front matter */
	while ((pair = fy_node_mapping_iterate(root, &at)))
		if (read_pair(r, fy_node_pair_key(pair),
			    fy_node_pair_value(pair), err))
			return -1;
	return 0;
}

static int read_yaml(
	const struct reading_head *r, struct str yaml, struct err *err)
{
	const struct fy_diag_cfg quiet = {
		.level = FYET_ERROR, .module_mask = ~0u};
	struct fy_parse_cfg cfg = {.flags = FYPCF_QUIET};
	struct fy_diag *diag;
	struct fy_document *doc;
	struct fy_diag_error *e;
	void *at = NULL;
	int rc = 0;

	if (config_check_text(yaml, r->file, 2, err))
		return -1;
	diag = fy_diag_create(&quiet);
	cfg.diag = diag;
	fy_diag_set_collect_errors(diag, true);
	doc = fy_document_build_from_string(&cfg, yaml.p, yaml.n);
	e = fy_diag_errors_iterate(diag, &at);
	if (e)
		rc = err_set(err, ERR_CONFIG, "%s:%d:%d: %s", r->file,
			e->line + 1, e->column, e->msg);
	else if (doc)
		rc = read_root(r, fy_document_root(doc), err);
	fy_document_destroy(doc);
	fy_diag_destroy(diag);
	return rc;
}

static bool is_fence(struct str line)
{
	return str_is(str_trim_right(line), "---");
}

int head_read(struct arena *a, struct str text, const char *file,
	struct head *head, struct err *err)
{
	const struct reading_head r = {a, head, file};
	struct str rest = text, line, yaml;
	int n = 1;

	*head = (struct head){
		.milestone = "", .title = "", .body = text, .body_line = 1};
	str_skip(&rest, "\xef\xbb\xbf");
	if (!str_take_line(&rest, &line) || !is_fence(line))
		return 0;
	yaml = rest;
	while (str_take_line(&rest, &line)) {
		n++;
		if (!is_fence(line))
			continue;
		yaml.n = (size_t)(line.p - yaml.p);
		head->body = rest;
		head->body_line = n + 1;
		return yaml.n ? read_yaml(&r, yaml, err) : 0;
	}
	return 0;
}
