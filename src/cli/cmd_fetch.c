/*
 * okrsync fetch: GitLab's answers into a file.
 */
#include "run_p.h"

static const char *stamp(struct arena *a, int64_t seconds)
{
	struct date day = date_from_days((long)(seconds / 86400));
	int of_day = (int)(seconds % 86400);

	return arena_printf(a, "%04d-%02d-%02dT%02d:%02d:%02dZ", day.year,
		day.month, day.day, of_day / 3600, of_day / 60 % 60,
		of_day % 60);
}

int cmd_fetch(struct run *run, struct err *err)
{
	struct snapshot s;
	const char *host;

	if (gather_snapshot(run, &s, &host, err))
		return -1;
	s.fetched = stamp(run->arena, run->now);
	if (snapshot_write(run->s.output, &s, err))
		return -1;
	if (strcmp(run->s.output, "-") != 0)
		say(run, "wrote %zu records to %s", s.records.n, run->s.output);
	return 0;
}
