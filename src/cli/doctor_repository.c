/*
 * okrsync doctor: can pages be published where they are to go?
 */
#include "doctor_p.h"

#include <string.h>
#include <unistd.h>

#include "publishing_p.h"

/* How many commits deep a shallow clone is we cannot say, only that it is. */
static bool is_shallow(struct doctor *d)
{
	const char *path = arena_printf(
		d->run->arena, "%s/.git/shallow", d->run->s.repository);

	return access(path, F_OK) == 0;
}

static void check_folder(struct doctor *d)
{
	const char *folder = d->run->s.repository;

	if (access(folder, F_OK) != 0)
		doctor_tell(d, VERDICT_FAIL,
			"repository - there is no folder '%s': set "
			"'repository'",
			folder);
	else if (access(folder, W_OK | X_OK) != 0)
		doctor_tell(d, VERDICT_FAIL,
			"repository - the folder '%s' cannot be written to",
			folder);
	else
		doctor_tell(d, VERDICT_OK, "repository - files go into '%s'",
			folder);
}

/* Opens it as sync would: that reads, and writes nothing. */
static void check_way(struct doctor *d)
{
	struct run *run = d->run;
	const struct gathered g = {
		.source_url = "",
		.source_name = "",
		.host = d->has_source ? gather_host(run->arena, d->source.web)
				      : "",
	};
	struct err err = ERR_INIT;
	struct publish *publish = NULL;
	struct way way;

	if (!way_choose(run, &g, &way, &err))
		publish = way_open(run, &way, &err);
	if (publish)
		doctor_tell(d, VERDICT_OK, "repository - pages go to %s",
			publish_where(publish));
	else
		doctor_tell(d, VERDICT_FAIL, "repository - %s", err.text);
	if (publish && way.o.way == PUBLISH_GIT && !is_shallow(d))
		doctor_tell(d, VERDICT_OK, "depth - the clone is whole");
	if (is_shallow(d))
		doctor_tell(d, VERDICT_WARN,
			"depth - '%s' is a shallow clone, which git can push "
			"from only while it has the branch's newest commit: "
			"set GIT_DEPTH: 0 in the job, or publish through the "
			"API",
			run->s.repository);
	publish_close(publish);
	way_close(&way);
}

void doctor_check_repository(struct doctor *d)
{
	if (strcmp(d->run->s.publish, "files") == 0)
		check_folder(d);
	else
		check_way(d);
}
