/*
 * A server of canned answers on this machine: a child process that answers its
 * n-th connection with the n-th text, and hands over what it was asked.
 */
#ifndef CANNED_H
#define CANNED_H

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "arena.h"
#include "str.h"

struct canned {
	pid_t pid;
	int port, requests;
};

/* Is the request there as a whole: head, and as much body as it says? */
static inline bool canned_is_whole(struct str got)
{
	size_t head = str_find(got, STR("\r\n\r\n"));
	size_t length = str_ifind(got, STR("\r\nContent-Length: "));
	struct str rest;
	long n = 0;

	if (head == STR_NONE)
		return false;
	if (length == STR_NONE || length > head)
		return true;
	rest = str_sub(got, length + strlen("\r\nContent-Length: "), got.n);
	return str_take_number(&rest, 1000000, &n) &&
	       got.n >= head + 4 + (size_t)n;
}

static inline void canned_answer(int listener, int out, const char *text)
{
	char got[16384];
	size_t n = 0;
	int client = accept(listener, NULL, NULL);

	while (n < sizeof got && !canned_is_whole((struct str){got, n})) {
		ssize_t more = recv(client, got + n, sizeof got - n, 0);

		if (more <= 0)
			break;
		n += (size_t)more;
	}
	if (write(out, got, n) != (ssize_t)n || write(out, "\n", 1) != 1)
		_exit(1);
	if (send(client, text, strlen(text), MSG_NOSIGNAL) < 0)
		_exit(1);
	shutdown(client, SHUT_WR);
	while (recv(client, got, sizeof got, 0) > 0)
		;
	close(client);
}

static inline struct canned canned_serve(const char *const *answers, size_t n)
{
	struct sockaddr_in at = {.sin_family = AF_INET};
	socklen_t size = sizeof at;
	int listener = socket(AF_INET, SOCK_STREAM, 0), ends[2];
	struct canned s;

	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	assert_int_equal(bind(listener, (struct sockaddr *)&at, size), 0);
	assert_int_equal(listen(listener, 8), 0);
	getsockname(listener, (struct sockaddr *)&at, &size);
	assert_int_equal(pipe(ends), 0);
	s.port = ntohs(at.sin_port);
	s.requests = ends[0];
	s.pid = fork();
	if (s.pid == 0) {
		for (size_t i = 0; i < n; i++)
			canned_answer(listener, ends[1], answers[i]);
		_exit(0);
	}
	close(listener);
	close(ends[1]);
	return s;
}

/* Ends the server; all it was asked, in the arena. */
static inline const char *canned_stop(struct arena *a, struct canned *s)
{
	const char *all = "";
	char part[4096];
	ssize_t n;

	kill(s->pid, SIGTERM);
	waitpid(s->pid, NULL, 0);
	while ((n = read(s->requests, part, sizeof part)) > 0)
		all = arena_printf(a, "%s%.*s", all, (int)n, part);
	close(s->requests);
	return all;
}

#endif
