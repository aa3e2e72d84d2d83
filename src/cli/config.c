/*
 * .okrsync.yml: a mapping of settings, read strictly.  What is unknown,
 * repeated or of the wrong type is an error with file, line and column before
 * anything else happens.
 */
#include "cli_p.h"

#include <assert.h>
#include <libfyaml.h>

#include "utf.h"
#include "yaml_p.h"

struct reading_config {
	struct arena *a;
	struct settings *s;
	const char *file;
};

/* "FILE:LINE:COLUMN" of a scalar, in the arena. */
static const char *place(const struct reading_config *r, struct fy_node *node)
{
	struct fy_token *token = fy_node_get_scalar_token(node);
	const struct fy_mark *mark = token ? fy_token_start_mark(token) : NULL;

	if (!mark)
		return r->file;
	return arena_printf(
		r->a, "%s:%d:%d", r->file, mark->line + 1, mark->column + 1);
}

static int set_scalar(const struct reading_config *r,
	const struct setting *setting, struct fy_node *node, struct err *err)
{
	return settings_set(r->a, r->s, setting, yaml_text(node),
		place(r, node), ERR_CONFIG, err);
}

static int read_list(const struct reading_config *r,
	const struct setting *setting, const char *where, struct fy_node *node,
	struct err *err)
{
	void *at = NULL;
	struct fy_node *item;

	while ((item = fy_node_sequence_iterate(node, &at))) {
		if (!yaml_is_text(item))
			return err_set(err, ERR_CONFIG,
				"%s: every element of '%s' is a text", where,
				setting->name);
		if (set_scalar(r, setting, item, err))
			return -1;
	}
	return 0;
}

static bool is_map(const struct setting *setting)
{
	return setting->type == SETTING_LABELS ||
	       setting->type == SETTING_RULES;
}

static int wrong_map(
	const char *where, const struct setting *setting, struct err *err)
{
	return err_set(err, ERR_CONFIG, "%s: '%s' maps names of %s", where,
		setting->name,
		setting->type == SETTING_LABELS ? "labels to meanings"
						: "rules to levels");
}

/* "Under Review: state:review" becomes LABEL=MEANING. */
static int read_map(const struct reading_config *r,
	const struct setting *setting, const char *where, struct fy_node *node,
	struct err *err)
{
	void *at = NULL;
	struct fy_node_pair *pair;

	while ((pair = fy_node_mapping_iterate(node, &at))) {
		struct fy_node *key = fy_node_pair_key(pair);
		struct fy_node *value = fy_node_pair_value(pair);
		const char *text;

		if (!yaml_is_text(key) || !yaml_is_text(value))
			return wrong_map(where, setting, err);
		text = arena_printf(r->a, "%.*s=%.*s", STR_ARG(yaml_text(key)),
			STR_ARG(yaml_text(value)));
		if (settings_set(r->a, r->s, setting, str_of(text),
			    place(r, setting->type == SETTING_RULES ? key
								    : value),
			    ERR_CONFIG, err))
			return -1;
	}
	return 0;
}

static int read_value(const struct reading_config *r,
	const struct setting *setting, const char *where, struct fy_node *node,
	struct err *err)
{
	settings_clear(r->s, setting);
	if (is_map(setting)) {
		if (!node || !fy_node_is_mapping(node))
			return wrong_map(where, setting, err);
		return read_map(r, setting, where, node, err);
	}
	if (setting->type == SETTING_LIST && node && fy_node_is_sequence(node))
		return read_list(r, setting, where, node, err);
	if (!yaml_is_text(node))
		return err_set(err, ERR_CONFIG, "%s: '%s' takes one %s", where,
			setting->name,
			setting->type == SETTING_LIST ? "text or a list"
						      : "plain value");
	return set_scalar(r, setting, node, err);
}

static int unknown_key(const char *where, struct str key, struct err *err)
{
	const char *names[64], *near;
	size_t n, all = 0;
	const struct setting *table = settings_table(&n);

	for (size_t i = 0; i < n && all < COUNT_OF(names); i++)
		if (!table[i].flag_only)
			names[all++] = table[i].name;
	near = nearest_word(key, names, all);
	if (near)
		return err_set(err, ERR_CONFIG,
			"%s: unknown key '%.*s'; did you mean '%s'?", where,
			STR_ARG(key), near);
	return err_set(err, ERR_CONFIG,
		"%s: unknown key '%.*s'; 'man okrsync.yml' lists them", where,
		STR_ARG(key));
}

static int read_mapping(
	const struct reading_config *r, struct fy_node *root, struct err *err)
{
	void *at = NULL;
	struct fy_node_pair *pair;

	while ((pair = fy_node_mapping_iterate(root, &at))) {
		struct fy_node *key = fy_node_pair_key(pair);
		const struct setting *setting;

		if (!yaml_is_text(key))
			return err_set(err, ERR_CONFIG,
				"%s: a key is not a plain word", r->file);
		setting = settings_find(yaml_text(key), FOR_ALL);
		if (!setting || setting->flag_only)
			return unknown_key(place(r, key), yaml_text(key), err);
		if (read_value(r, setting, place(r, key),
			    fy_node_pair_value(pair), err))
			return -1;
	}
	return 0;
}

/* The first thing the YAML library complained about, if any. */
static int syntax_error(
	const struct reading_config *r, struct fy_diag *diag, struct err *err)
{
	void *at = NULL;
	struct fy_diag_error *e = fy_diag_errors_iterate(diag, &at);

	if (!e)
		return 0;
	return err_set(err, ERR_CONFIG, "%s:%d:%d: %s", r->file, e->line,
		e->column, e->msg);
}

static int read_document(const struct reading_config *r,
	struct fy_document *doc, struct err *err)
{
	struct fy_node *root = fy_document_root(doc);

	if (!root || (fy_node_is_scalar(root) && !yaml_text(root).n))
		return 0; /* an empty config is a config */
	if (!fy_node_is_mapping(root))
		return err_set(err, ERR_CONFIG,
			"%s: is not a list of 'key: value' lines", r->file);
	return read_mapping(r, root, err);
}

/* One document and nothing behind it. */
static int read_stream(const struct reading_config *r, struct fy_parser *parser,
	struct fy_diag *diag, struct err *err)
{
	struct fy_document *doc = fy_parse_load_document(parser);
	struct fy_document *more;
	int rc;

	/* No document and no complaint: nothing but blanks and comments. */
	if (!doc)
		return syntax_error(r, diag, err);
	rc = read_document(r, doc, err);
	fy_parse_document_destroy(parser, doc);
	if (rc)
		return -1;
	more = fy_parse_load_document(parser);
	if (!more)
		return syntax_error(r, diag, err);
	fy_parse_document_destroy(parser, more);
	return err_set(err, ERR_CONFIG,
		"%s: holds more than one document; remove the line '---'",
		r->file);
}

/* The YAML library never comes back from some broken UTF-8, and writes over
 * its own memory at some tabs behind '-', '?' and ':', so such a text does not
 * reach it. */
int config_check_text(
	struct str text, const char *file, int line, struct err *err)
{
	assert(line > 0);
	while (text.n) {
		size_t n = utf_length(text);

		if (*text.p == '\t')
			return err_set(err, ERR_CONFIG,
				"%s:%d: holds a tab; write blanks instead",
				file, line);
		if (!n || (*text.p >= 0 && *text.p < ' ' && *text.p != '\n' &&
				  *text.p != '\r'))
			return err_set(err, ERR_CONFIG,
				"%s:%d: is not plain UTF-8 text", file, line);
		line += *text.p == '\n';
		text = str_sub(text, n, text.n);
	}
	return 0;
}

int config_read(struct arena *a, struct str text, const char *file,
	struct settings *s, struct err *err)
{
	const struct reading_config r = {a, s, file};
	const struct fy_diag_cfg quiet = {
		.level = FYET_ERROR, .module_mask = ~0u};
	struct fy_parse_cfg cfg = {.flags = FYPCF_QUIET};
	struct fy_diag *diag;
	struct fy_parser *parser;
	int rc;

	assert(file && *file);
	if (config_check_text(text, file, 1, err))
		return -1;
	diag = fy_diag_create(&quiet);
	cfg.diag = diag;
	fy_diag_set_collect_errors(diag, true);
	parser = fy_parser_create(&cfg);
	fy_parser_set_string(parser, text.n ? text.p : "", text.n);
	rc = read_stream(&r, parser, diag, err);
	fy_parser_destroy(parser);
	fy_diag_destroy(diag);
	return rc;
}
