/*
 * okrsync fetch: GitLab's answers into a file.
 */
#include "run_p.h"

/* Issues go into the file as they come; what belongs to them follows. */
static int fetch_into(
	struct run *run, struct snapshot_file *file, size_t *n, struct err *err)
{
	struct asked asked;
	int rc = asked_begin_into(&asked, run, file, err);

	if (!rc)
		rc = asked_read(&asked, err);
	if (!rc)
		rc = snapshot_end(file, &asked.s, n, err);
	asked_end(&asked);
	return rc;
}

int cmd_fetch(struct run *run, struct err *err)
{
	struct snapshot_file *file = snapshot_begin(run->s.output, err);
	size_t n = 0;
	int rc = file ? fetch_into(run, file, &n, err) : -1;

	snapshot_drop(file);
	if (!rc && strcmp(run->s.output, "-") != 0)
		say(run, "wrote %zu records to %s", n, run->s.output);
	return rc;
}
