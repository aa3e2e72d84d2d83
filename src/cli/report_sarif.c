/*
 * SARIF 2.1.0 (OASIS): every rule with its help, every finding with its place.
 * Files are relative to the folder that SARIF calls %SRCROOT%; an issue is
 * its address.
 */
#include "report_p.h"

#include <assert.h>
#include <string.h>

#include "escape.h"
#include "str.h"

#define SCHEMA \
	"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/" \
	"sarif-schema-2.1.0.json"

enum { URI_BYTES = 64 * 1024 };

static const char *const LEVELS[] = {
	[SEVERITY_INFO] = "note",
	[SEVERITY_WARNING] = "warning",
	[SEVERITY_ERROR] = "error",
};

static_assert(
	COUNT_OF(LEVELS) == SEVERITY_ERROR + 1, "each severity has a level");

static const char *level_of(enum lint_level level)
{
	return level == LINT_ERROR     ? "error"
	       : level == LINT_WARNING ? "warning"
				       : "note";
}

/* {"text": ...} */
static void put_message(struct jsonout *j, const char *key, const char *text)
{
	jsonout_object(j, key);
	jsonout_text(j, "text", text);
	jsonout_end(j, '}');
}

static void put_help(
	struct jsonout *j, const struct report *r, const struct lint_rule *rule)
{
	const char *language = *rule->good == '{' ? "json" : "markdown";
	const char *text =
		arena_printf(r->arena, "%s\n\nGood:\n\n%s\nBad:\n\n%s",
			rule->words, rule->good, rule->bad);
	const char *markdown = arena_printf(r->arena,
		"%s\n\n**Good**\n\n```%s\n%s```\n\n"
		"**Bad**\n\n```%s\n%s```\n",
		escaped_markdown(r->arena, rule->words), language, rule->good,
		language, rule->bad);

	jsonout_object(j, "help");
	jsonout_text(j, "text", text);
	jsonout_text(j, "markdown", markdown);
	jsonout_end(j, '}');
}

static void put_rule(struct jsonout *j, const struct report *r,
	const struct lint_rule *rule, enum lint_level level)
{
	jsonout_object(j, NULL);
	jsonout_text(j, "id", rule->name);
	put_message(j, "shortDescription", rule->words);
	put_help(j, r, rule);
	jsonout_object(j, "defaultConfiguration");
	jsonout_bool(j, "enabled", level != LINT_OFF);
	jsonout_text(j, "level", level_of(level));
	jsonout_end(j, '}');
	jsonout_object(j, "properties");
	jsonout_text(j, "source", rule->source);
	jsonout_end(j, '}');
	jsonout_end(j, '}');
}

static void put_tool(struct jsonout *j, const struct report *r)
{
	size_t n;
	const struct lint_rule *rules = lint_rules(&n);

	jsonout_object(j, "tool");
	jsonout_object(j, "driver");
	jsonout_text(j, "name", "okrsync");
	jsonout_text(j, "version", OKRSYNC_VERSION);
	jsonout_array(j, "rules");
	for (size_t i = 0; i < n; i++)
		put_rule(j, r, &rules[i], lint_level_of(r->lint, &rules[i]));
	jsonout_end(j, ']');
	jsonout_end(j, '}');
	jsonout_end(j, '}');
}

static bool is_hex(char c)
{
	return str_is_digit(c) || (str_lower(c) >= 'a' && str_lower(c) <= 'f');
}

/* Percent-encodes what is neither a letter, a digit nor in keep; with "%" in
 * keep, what is encoded already stays so. */
static const char *uri(struct arena *a, const char *text, const char *keep)
{
	struct buf b;
	const char *out;

	buf_init(&b, URI_BYTES);
	for (text = report_clean(a, text); *text; text++) {
		bool kept = str_is_alnum(*text) || strchr(keep, *text);

		if (*text == '%' && kept)
			kept = is_hex(text[1]) && is_hex(text[2]);
		if (kept)
			buf_addc(&b, *text);
		else
			buf_addf(&b, "%%%02X", (unsigned)(unsigned char)*text);
	}
	out = arena_text(a, buf_str(&b));
	buf_release(&b);
	return out;
}

static void put_artifact(
	struct jsonout *j, const struct report *r, const struct finding *f)
{
	jsonout_object(j, "artifactLocation");
	if (*f->file) {
		jsonout_text(
			j, "uri", uri(r->arena, report_path(r, f), "-._~/"));
		jsonout_text(j, "uriBaseId", "%SRCROOT%");
	} else {
		jsonout_text(j, "uri",
			uri(r->arena, f->url, "-._~/:?#[]@!$&'()*+,;=%"));
	}
	jsonout_end(j, '}');
}

static void put_locations(
	struct jsonout *j, const struct report *r, const struct finding *f)
{
	jsonout_array(j, "locations");
	if (*f->file || *f->url) {
		jsonout_object(j, NULL);
		jsonout_object(j, "physicalLocation");
		put_artifact(j, r, f);
		jsonout_object(j, "region");
		jsonout_int(j, "startLine", f->line ? f->line : 1);
		jsonout_end(j, '}');
		jsonout_end(j, '}');
		jsonout_end(j, '}');
	}
	jsonout_end(j, ']');
}

static void put_result(struct jsonout *j, const struct report *r,
	const struct finding *f, const char *fingerprint)
{
	size_t n;
	const struct lint_rule *rule = lint_rule_find(f->rule);

	jsonout_object(j, NULL);
	jsonout_text(j, "ruleId", f->rule);
	if (rule)
		jsonout_int(j, "ruleIndex", rule - lint_rules(&n));
	jsonout_text(j, "level", LEVELS[f->severity]);
	put_message(j, "message", report_clean(r->arena, f->message));
	put_locations(j, r, f);
	jsonout_object(j, "partialFingerprints");
	jsonout_text(j, "okrsync/v1", fingerprint);
	jsonout_end(j, '}');
	jsonout_end(j, '}');
}

void report_sarif(struct buf *b, const struct report *r)
{
	const char *const *prints = report_fingerprints(r);
	struct jsonout j;

	jsonout_init(&j, b, true);
	jsonout_object(&j, NULL);
	jsonout_text(&j, "$schema", SCHEMA);
	jsonout_text(&j, "version", "2.1.0");
	jsonout_array(&j, "runs");
	jsonout_object(&j, NULL);
	put_tool(&j, r);
	jsonout_text(&j, "columnKind", "unicodeCodePoints");
	jsonout_array(&j, "results");
	for (size_t i = 0; i < r->findings->n; i++)
		put_result(&j, r, &r->findings->v[i], prints[i]);
	jsonout_end(&j, ']');
	jsonout_end(&j, '}');
	jsonout_end(&j, ']');
	jsonout_end(&j, '}');
	buf_addc(b, '\n');
}
