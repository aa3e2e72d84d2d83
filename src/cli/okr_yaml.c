/*
 * OKRs in YAML: names and values as in an issue's fields, objectives and key
 * results as lists.  What comes out is an outline; the reader knows the words.
 */
#include "okrfile_p.h"

#include <libfyaml.h>

#include "yaml_p.h"

enum {
	DEPTH_MAX = 16,   /* objectives below objectives */
	COLUMNS_MAX = 32, /* different names among key results */
	VALUE_BYTES = 64 * 1024,
};

struct yaml_reader {
	struct arena *a;
	const char *file;
	struct outline *out;
	struct fy_node *root; /* its values hold for all objectives */
};

static const char *const OBJECTIVES[] = {"objectives", "okrs"};
static const char *const TITLES[] = {"objective", "title", "name"};
static const char *const KEY_RESULTS[] = {"key results", "krs", "results"};
static const char *const LISTS[] = {"initiatives", "dependencies", "risks",
	"blockers", "asks", "mitigations", "notes"};
static const char *const TEXTS[] = {
	"key result", "kr", "text", "title", "name"};

/* "~", "null" and nothing at all. */
static bool is_null(struct fy_node *node)
{
	struct str s;

	if (!node)
		return true;
	if (!yaml_is_text(node) || fy_node_get_style(node) != FYNS_PLAIN)
		return yaml_is_text(node) && !yaml_text(node).n;
	s = yaml_text(node);
	return !s.n || str_is(s, "~") || str_iis(s, "null");
}

static int line_of(struct fy_node *node)
{
	struct fy_token *token = NULL;
	const struct fy_mark *mark;

	if (yaml_is_text(node)) {
		token = fy_node_get_scalar_token(node);
	} else if (node && fy_node_is_mapping(node)) {
		void *at = NULL;
		struct fy_node_pair *pair = fy_node_mapping_iterate(node, &at);

		return pair ? line_of(fy_node_pair_key(pair)) : 1;
	}
	mark = token ? fy_token_start_mark(token) : NULL;
	return mark ? mark->line + 1 : 1;
}

/* The same name, "_" and "-" being blanks? */
static bool is_called(struct str name, const char *word)
{
	size_t n = strlen(word);

	for (size_t i = 0; i < n && name.n == n; i++) {
		char c = str_lower(name.p[i]);

		if ((c == '_' || c == '-' ? ' ' : c) != word[i])
			return false;
	}
	return name.n == n;
}

static bool is_one_of(struct str name, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (is_called(name, words[i]))
			return true;
	return false;
}

/* The value of the first of those names that a mapping has; or NULL. */
static struct fy_node *find(
	struct fy_node *map, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct fy_node_pair *pair;
		void *at = NULL;

		if (!map || !fy_node_is_mapping(map))
			return NULL;
		while ((pair = fy_node_mapping_iterate(map, &at)))
			if (yaml_is_text(fy_node_pair_key(pair)) &&
				is_called(yaml_text(fy_node_pair_key(pair)),
					words[i]))
				return fy_node_pair_value(pair);
	}
	return NULL;
}

static struct str spaced(struct arena *a, struct str name)
{
	struct str copy = arena_str(a, name);
	char *p = (char *)copy.p;

	for (size_t i = 0; i < copy.n; i++)
		if (p[i] == '_')
			p[i] = ' ';
	return copy;
}

static int wrong(const struct yaml_reader *r, struct fy_node *at,
	const char *what, struct err *err)
{
	return err_set(err, ERR_DATA, "%s:%d: '%.*s' %s", r->file, line_of(at),
		STR_ARG(str_sub(yaml_text(at), 0, 80)), what);
}

/* A text, or a list of texts with between between them. */
static int read_value(const struct yaml_reader *r, struct fy_node *key,
	struct fy_node *value, const char *between, struct str *out,
	struct err *err)
{
	struct fy_node *item;
	void *at = NULL;
	struct buf b;
	int rc;

	*out = (struct str){NULL, 0};
	if (is_null(value))
		return 0;
	if (yaml_is_text(value)) {
		*out = yaml_text(value);
		return 0;
	}
	if (!fy_node_is_sequence(value))
		return wrong(
			r, key, "is neither a text nor a list of texts", err);
	buf_init(&b, VALUE_BYTES);
	while ((item = fy_node_sequence_iterate(value, &at))) {
		if (!yaml_is_text(item)) {
			buf_release(&b);
			return wrong(r, key,
				"is neither a text nor a list of texts", err);
		}
		buf_adds(&b, b.n ? between : "");
		buf_add(&b, yaml_text(item));
	}
	*out = arena_str(r->a, buf_str(&b));
	rc = buf_finish(&b, r->file, err);
	buf_release(&b);
	return rc;
}

/* --- key results --- */

struct table {
	struct {
		VEC_OF(struct str);
	} names; /* the first is the text's */
};

static size_t column_of(struct yaml_reader *r, struct table *t, struct str name)
{
	size_t i = 1;

	if (is_one_of(name, TEXTS, COUNT_OF(TEXTS)))
		return 0;
	name = spaced(r->a, name);
	while (i < t->names.n && !str_ieq(t->names.v[i], name))
		i++;
	if (i == t->names.n && i < COLUMNS_MAX)
		*vec_add(r->a, &t->names) = name;
	return i;
}

/* One key result's cells; a text alone is its sentence. */
static int read_cells(struct yaml_reader *r, struct table *t,
	struct fy_node *node, struct str *cells, struct err *err)
{
	struct fy_node_pair *pair;
	void *at = NULL;

	for (size_t i = 0; i < COLUMNS_MAX; i++)
		cells[i] = (struct str){NULL, 0};
	if (yaml_is_text(node)) {
		cells[0] = yaml_text(node);
		return 0;
	}
	if (!fy_node_is_mapping(node))
		return err_set(err, ERR_DATA,
			"%s:%d: a key result is a text, or a mapping with its "
			"'text'",
			r->file, line_of(node));
	while ((pair = fy_node_mapping_iterate(node, &at))) {
		struct fy_node *key = fy_node_pair_key(pair);
		size_t column;

		if (!yaml_is_text(key))
			continue;
		column = column_of(r, t, yaml_text(key));
		if (column >= COLUMNS_MAX)
			return wrong(r, key,
				"is one name too many among the key results",
				err);
		if (read_value(r, key, fy_node_pair_value(pair), "; ",
			    &cells[column], err))
			return -1;
	}
	if (!cells[0].n)
		return err_set(err, ERR_DATA,
			"%s:%d: a key result has no 'text'", r->file,
			line_of(node));
	return 0;
}

static int read_key_results(
	struct yaml_reader *r, struct fy_node *list, struct err *err)
{
	struct str cells[COLUMNS_MAX];
	struct table t = {{NULL, 0, 0}};
	struct fy_node *item;
	void *at = NULL;
	int line = 0;

	*vec_add(r->a, &t.names) = STR("Key result");
	while ((item = fy_node_sequence_iterate(list, &at))) {
		if (read_cells(r, &t, item, cells, err))
			return -1;
		line = line ? line : line_of(item);
	}
	if (!line)
		return 0;
	outline_row(r->out, line, t.names.v, t.names.n);
	outline_rule(r->out, line, t.names.n);
	while ((item = fy_node_sequence_iterate(list, &at))) {
		if (read_cells(r, &t, item, cells, err))
			return -1;
		outline_row(r->out, line_of(item), cells, t.names.n);
	}
	outline_gap(r->out);
	return 0;
}

/* --- objectives --- */

static bool is_structure(struct str name)
{
	return is_one_of(name, OBJECTIVES, COUNT_OF(OBJECTIVES)) ||
	       is_one_of(name, KEY_RESULTS, COUNT_OF(KEY_RESULTS)) ||
	       is_one_of(name, TITLES, COUNT_OF(TITLES));
}

static bool has_name(struct fy_node *map, struct str name)
{
	struct fy_node_pair *pair;
	void *at = NULL;

	while ((pair = fy_node_mapping_iterate(map, &at)))
		if (yaml_is_text(fy_node_pair_key(pair)) &&
			str_ieq(yaml_text(fy_node_pair_key(pair)), name))
			return true;
	return false;
}

/* One below the other, where the reader wants them so. */
static int read_items(struct yaml_reader *r, struct fy_node *key,
	struct fy_node *list, struct err *err)
{
	const struct str none = {NULL, 0};
	struct fy_node *item;
	void *at = NULL;

	outline_field(r->out, line_of(key), yaml_text(key), none);
	while ((item = fy_node_sequence_iterate(list, &at))) {
		if (!yaml_is_text(item))
			return wrong(r, key,
				"is neither a text nor a list of texts", err);
		outline_item(r->out, line_of(item), yaml_text(item));
	}
	outline_gap(r->out);
	return 0;
}

static bool is_list(struct fy_node *node)
{
	return node && fy_node_is_sequence(node);
}

/* One field of the mapping that begins at line; own: where the field shall
 * stand in the outline. */
static int read_field(struct yaml_reader *r, struct fy_node *key,
	struct fy_node *node, int line, int own, struct err *err)
{
	struct str name = yaml_text(key), value;
	enum outline_word word;

	if (is_one_of(name, LISTS, COUNT_OF(LISTS)) && is_list(node))
		return read_items(r, key, node, err);
	if (read_value(r, key, node, ", ", &value, err))
		return -1;
	if (!value.n)
		return 0;
	if (outline_is_word(name, &word))
		outline_remark(r->out, line, word, value);
	else
		outline_field(r->out, own, spaced(r->a, name), value);
	return 0;
}

/* The fields of a mapping, but for those that the objective has itself. */
static int read_fields(struct yaml_reader *r, struct fy_node *map,
	struct fy_node *but, int line, struct err *err)
{
	struct fy_node_pair *pair;
	void *at = NULL;

	while ((pair = fy_node_mapping_iterate(map, &at))) {
		struct fy_node *key = fy_node_pair_key(pair);
		struct str name;

		if (!yaml_is_text(key))
			return err_set(err, ERR_DATA,
				"%s:%d: a name is not a text", r->file, line);
		name = yaml_text(key);
		if (is_structure(name) || (but && has_name(but, name)))
			continue;
		if (read_field(r, key, fy_node_pair_value(pair), line,
			    but ? line : line_of(key), err))
			return -1;
	}
	return 0;
}

static int read_objectives(struct yaml_reader *r, struct fy_node *list,
	struct str parent, int depth, struct err *err);

static int read_objective(struct yaml_reader *r, struct fy_node *map,
	struct str parent, int depth, struct err *err)
{
	struct fy_node *title = find(map, TITLES, COUNT_OF(TITLES));
	struct fy_node *list = find(map, KEY_RESULTS, COUNT_OF(KEY_RESULTS));
	struct fy_node *below = find(map, OBJECTIVES, COUNT_OF(OBJECTIVES));
	int line;

	if (!yaml_is_text(title) || is_null(title))
		return err_set(err, ERR_DATA,
			"%s:%d: an objective has no 'objective': give it its "
			"title",
			r->file, line_of(map));
	if (list && !is_null(list) && !is_list(list))
		return err_set(err, ERR_DATA,
			"%s:%d: the key results of '%.*s' are not a list",
			r->file, line_of(title),
			STR_ARG(str_sub(yaml_text(title), 0, 80)));
	line = line_of(title);
	outline_objective(r->out, line, yaml_text(title));
	if (parent.n)
		outline_field(r->out, line, STR("Ladders up to"), parent);
	if (r->root != map && read_fields(r, r->root, map, line, err))
		return -1;
	if (read_fields(r, map, NULL, line, err) ||
		(is_list(list) && read_key_results(r, list, err)))
		return -1;
	if (!below || r->root == map)
		return 0;
	return read_objectives(r, below, yaml_text(title), depth + 1, err);
}

static int read_objectives(struct yaml_reader *r, struct fy_node *list,
	struct str parent, int depth, struct err *err)
{
	struct fy_node *item;
	void *at = NULL;

	if (is_null(list))
		return 0;
	if (!fy_node_is_sequence(list))
		return err_set(err, ERR_DATA,
			"%s:%d: the objectives are not a list", r->file,
			line_of(list));
	if (depth > DEPTH_MAX)
		return err_set(err, ERR_DATA,
			"%s: objectives are nested deeper than %d levels",
			r->file, DEPTH_MAX);
	while ((item = fy_node_sequence_iterate(list, &at))) {
		if (!fy_node_is_mapping(item))
			return err_set(err, ERR_DATA,
				"%s:%d: an objective is a mapping with its "
				"'objective' and 'key results'",
				r->file, line_of(item));
		if (read_objective(r, item, parent, depth, err))
			return -1;
	}
	return 0;
}

static int read_root(struct yaml_reader *r, struct err *err)
{
	struct fy_node *list = find(r->root, OBJECTIVES, COUNT_OF(OBJECTIVES));
	const struct str none = {NULL, 0};

	if (r->root && fy_node_is_sequence(r->root)) {
		list = r->root;
		r->root = NULL;
		return read_objectives(r, list, none, 1, err);
	}
	if (!r->root || !fy_node_is_mapping(r->root))
		return err_set(err, ERR_DATA,
			"%s: it is no list of objectives; 'man 5 okr' shows "
			"one",
			r->file);
	if (list)
		return read_objectives(r, list, none, 1, err);
	return read_objective(r, r->root, none, 1, err);
}

int okr_yaml_outline(struct arena *a, struct str text, const char *file,
	struct outline *out, struct err *err)
{
	struct yaml_reader r = {.a = a, .file = file, .out = out};
	const struct fy_diag_cfg quiet = {
		.level = FYET_ERROR, .module_mask = ~0u};
	struct fy_parse_cfg cfg = {.flags = FYPCF_QUIET};
	struct fy_diag *diag;
	struct fy_document *doc;
	struct fy_diag_error *e;
	void *at = NULL;
	int rc;

	str_skip(&text, "\xef\xbb\xbf");
	if (config_check_text(text, file, 1, err))
		return -1;
	diag = fy_diag_create(&quiet);
	cfg.diag = diag;
	fy_diag_set_collect_errors(diag, true);
	doc = fy_document_build_from_string(&cfg, text.p, text.n);
	e = fy_diag_errors_iterate(diag, &at);
	if (e) {
		rc = err_set(err, ERR_DATA, "%s:%d:%d: %s", file, e->line,
			e->column, e->msg);
	} else {
		r.root = doc ? fy_document_root(doc) : NULL;
		rc = read_root(&r, err);
	}
	fy_document_destroy(doc);
	fy_diag_destroy(diag);
	return rc;
}
