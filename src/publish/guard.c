/*
 * libgit2 1.5 has no timeouts and writes to sockets without minding SIGPIPE.
 * A signal that does not restart system calls ends a hanging connect, send or
 * receive; it is repeated, since the first one may come between two calls.
 */
#include <errno.h>
#include <string.h>

#include "publish_p.h"

static void wake(int signal_number)
{
	(void)signal_number;
}

static void start_timer(struct guard *g, long timeout_ms)
{
	struct sigaction act = {.sa_handler = wake};
	struct sigevent event = {
		.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGALRM};
	struct itimerspec when = {
		.it_value = {.tv_sec = timeout_ms / 1000,
			.tv_nsec = timeout_ms % 1000 * 1000000},
		.it_interval = {.tv_sec = 1},
	};

	clock_gettime(CLOCK_MONOTONIC, &g->end);
	g->end.tv_sec += when.it_value.tv_sec;
	g->end.tv_nsec += when.it_value.tv_nsec;
	if (g->end.tv_nsec >= 1000000000) {
		g->end.tv_sec++;
		g->end.tv_nsec -= 1000000000;
	}
	if (timer_create(CLOCK_MONOTONIC, &event, &g->timer))
		return;
	sigemptyset(&act.sa_mask);
	sigaction(SIGALRM, &act, &g->alarm);
	timer_settime(g->timer, 0, &when, NULL);
	g->timed = true;
}

void guard_begin(struct guard *g, long timeout_ms)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN};

	*g = (struct guard){.timed = false};
	sigemptyset(&ignore.sa_mask);
	sigaction(SIGPIPE, &ignore, &g->pipe);
	if (timeout_ms > 0)
		start_timer(g, timeout_ms);
}

bool guard_is_over(const struct guard *g)
{
	struct timespec now;

	if (!g->timed)
		return false;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec > g->end.tv_sec ||
	       (now.tv_sec == g->end.tv_sec && now.tv_nsec >= g->end.tv_nsec);
}

void guard_end(struct guard *g)
{
	if (g->timed) {
		timer_delete(g->timer);
		sigaction(SIGALRM, &g->alarm, NULL);
		g->timed = false;
	}
	sigaction(SIGPIPE, &g->pipe, NULL);
}
