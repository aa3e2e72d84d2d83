/*
 * The one table of settings: key, flag, type, default, words.  The command
 * line, the config and their manuals are all read from here.  Rows stand by
 * theme in settings_*.inc.
 */
#include "cli_p.h"

static const char *const LAYOUTS[] = {"table", "cascade", NULL};
static const char *const WAYS[] = {"auto", "git", "api", "files", NULL};
static const char *const LEVELS[] = {
	"company", "department", "group", "individual", NULL};
static const char *const FORMATS[] = {"text", "markdown", "json", "ics", NULL};
static const char *const REPORTS[] = {
	"text", "json", "junit", "codequality", "sarif", NULL};
static const char *const FAILURES[] = {
	"error", "warning", "info", "never", NULL};
static const char *const PLANS[] = {"linear", "stepped", "back-loaded", NULL};
static const char *const BANDS[] = {"playbook", "85/70", "30/70/100", NULL};

static const char *const WRITE_BACK[] = {
	"off", "comment", "labels", "all", NULL};
static const char *const OUTCOMES[] = {
	"achieved", "missed", "cancelled", "carried-over", NULL};

#define AT(member) .offset = offsetof(struct settings, member)

static const struct setting SETTINGS[] = {
#include "settings_source.inc"
#include "settings_grade.inc"
#include "settings_pages.inc"
#include "settings_life.inc"
#include "settings_run.inc"
};

const struct setting *settings_table(size_t *n)
{
	*n = COUNT_OF(SETTINGS);
	return SETTINGS;
}

const struct setting *settings_find(struct str name, unsigned commands)
{
	for (size_t i = 0; i < COUNT_OF(SETTINGS); i++)
		if ((SETTINGS[i].commands & commands) &&
			str_is(name, SETTINGS[i].name))
			return &SETTINGS[i];
	return NULL;
}
