/*
 * How long the numbers of many OKRs take: so many key results (100,000, or
 * the first argument) are read once, then linked, graded, rolled up and
 * linted, each timed alone in seconds of CPU.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "lint.h"
#include "read.h"

enum { PER_OBJECTIVE = 5, FAN = 8, TEXT_BYTES = 16 * 1024 };

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* The same numbers each time. */
static unsigned draw(unsigned *state, unsigned below)
{
	*state = *state * 1664525u + 1013904223u;
	return (*state >> 8) % below;
}

static void add_objective(struct buf *b, unsigned *state, int i)
{
	static const char *const VERBS[] = {"Raise", "Cut", "Improve", "Grow"};
	static const char *const WORDS[] = {"revenue", "churn", "latency",
		"adoption", "uptime", "retention", "coverage", "trust",
		"margin", "traffic", "usage", "onboarding"};

	buf_addf(b, "### Objective %d: %s", i, VERBS[draw(state, 4)]);
	for (int w = 0; w < 2; w++)
		buf_addf(b, " %s%u", WORDS[draw(state, 12)], draw(state, 2000));
	buf_addf(b, "\n**Owner**: Owner %d\n**Team**: Team %d\n", i % 2000,
		i % 300);
	if (i > FAN)
		buf_addf(b, "**Ladders up to**: Objective %d\n", i / FAN);
	buf_adds(b, "\n| # | Key result | Baseline | Target | Current |\n"
		    "|---|---|---|---|---|\n");
	for (int k = 1; k <= PER_OBJECTIVE; k++) {
		unsigned from = draw(state, 9999), way = 1 + draw(state, 9999);

		buf_addf(b,
			"| KR%d | Raise %s of %s from %u to %u | %u | "
			"%u | %u |\n",
			k, WORDS[draw(state, 12)], WORDS[draw(state, 12)], from,
			from + way, from, from + way,
			from + way * (20 + draw(state, 50)) / 100);
	}
}

static void fill(struct arena *a, struct model *m, int objectives)
{
	struct read_options o;
	unsigned state = 2025;
	struct buf b;

	read_options_init(&o);
	o.period = (struct period){"Q1 2025", {2025, 1, 1}, {2025, 3, 31}};
	for (int i = 1; i <= objectives; i++) {
		buf_init(&b, TEXT_BYTES);
		add_objective(&b, &state, i);
		read_markdown(a, str_of(arena_text(a, buf_str(&b))),
			arena_printf(a, "%d.md", i), &o, m, NULL);
		buf_release(&b);
	}
	m->period = o.period;
}

int main(int argc, char **argv)
{
	long n = argc > 1 ? strtol(argv[1], NULL, 10) : 100000;
	struct arena a = ARENA_INIT;
	struct grade_options grade;
	struct lint_options lint;
	struct model m;
	double t[6];

	arena_init(&a);
	model_init(&m);
	grade_options_init(&grade);
	lint_options_init(&lint);
	grade.today = lint.today = (struct date){2025, 2, 14};
	t[0] = seconds();
	fill(&a, &m, (int)(n / PER_OBJECTIVE));
	t[1] = seconds();
	model_link(&a, &m);
	t[2] = seconds();
	grade_model(&a, &m, &grade);
	t[3] = seconds();
	rollup_levels(&a, &m);
	rollup_teams(&a, &m);
	rollup_owners(&a, &m);
	t[4] = seconds();
	lint_model(&a, &m, &lint);
	t[5] = seconds();
	printf("objectives %zu key_results %d findings %zu read %.3f link %.3f "
	       "grade %.3f roll_up %.3f lint %.3f\n",
		m.objectives.n, m.total, m.findings.n, t[1] - t[0], t[2] - t[1],
		t[3] - t[2], t[4] - t[3], t[5] - t[4]);
	arena_release(&a);
	return 0;
}
