/*
 * What the parts of okrsync doctor share: what was found out so far, and how
 * a verdict is told.
 *
 * A check tells at least one verdict about its subject, or nothing where an
 * earlier one failed that it needs.  It changes nothing outside.
 */
#ifndef DOCTOR_P_H
#define DOCTOR_P_H

#include <stdbool.h>

#include "gitlab_setup.h"
#include "life_p.h"

enum verdict { VERDICT_OK, VERDICT_WARN, VERDICT_FAIL };

struct doctor {
	struct run *run;
	struct source_spec source;
	bool has_source;
	struct gitlab *gitlab;
	bool reached; /* GitLab answers */
	struct gitlab_project project;
	bool has_project;
	struct gitlab_server server;
	int counts[VERDICT_FAIL + 1];
};

/* Prints a line "verdict  subject - what about it" and counts it. */
void doctor_tell(struct doctor *d, enum verdict verdict, const char *fmt, ...)
	PRINTF(3, 4);

/* doctor_server.c: opens d->gitlab where there is a source; the others need
 * that it answered. */
void doctor_check_server(struct doctor *d);
/* This machine's clock against the server's. */
void doctor_check_clock(struct doctor *d);
/* The token's scopes, and the day it ends. */
void doctor_check_rights(struct doctor *d);

/* doctor_project.c: finds d->project, and says which role the token has in it.
 * The others need that it was found. */
void doctor_check_project(struct doctor *d);
/* Is there a label for each state? */
void doctor_check_labels(struct doctor *d);
/* Has the board a list for each state? */
void doctor_check_board(struct doctor *d);
/* Is there an issue template? */
void doctor_check_template(struct doctor *d);
/* Numbers of issues and of requests against what is allowed. */
void doctor_check_limits(struct doctor *d);

/* doctor_repository.c: the folder, clone or project that pages go to. */
void doctor_check_repository(struct doctor *d);

#endif
