/*
 * One transfer: libcurl's settings, the bounded body, the failure's words.
 */
#include "transfer_p.h"

#include <assert.h>
#include <dirent.h>
#include <limits.h>
#include <string.h>
#include <time.h>

#include "complaint_p.h"
#include "header_p.h"
#include "xalloc.h"

enum {
	HEADER_BYTES = 256 * 1024, /* all headers of one answer */
	STALL_BYTES = 64,          /* a second; slower is standing still */
	TIMER_SLACK_MS = 50,       /* libcurl rounds its timers */
	HASH_DIGITS = 8,
	GZIP_BYTES = 18,  /* of the smallest file */
	GZIP_ROOM = 4096, /* tried where it tells no size */
};

int64_t transfer_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static bool add_header(struct curl_slist **list, const char *text)
{
	struct curl_slist *longer = curl_slist_append(*list, text);

	if (longer)
		*list = longer;
	return longer != NULL;
}

static bool add_common(struct http *h, struct curl_slist **list)
{
	struct buf b;
	bool good;

	buf_init(&b, URL_BYTES);
	buf_addf(&b, "Authorization: Bearer %s", h->o.token);
	good = add_header(list, "Accept: application/json") &&
	       add_header(list, "Accept-Encoding: gzip") &&
	       (!*h->o.token || add_header(list, b.p));
	memset(b.p, 0, b.n);
	buf_release(&b);
	return good;
}

bool transfer_make_headers(struct http *h)
{
	return add_common(h, &h->headers) && add_common(h, &h->write_headers) &&
	       add_header(&h->write_headers, "Expect:") &&
	       add_header(&h->write_headers, "Content-Type: application/json");
}

/* The bound holds for what comes, and for what it is unpacked to. */
static size_t take_body(char *p, size_t size, size_t n, void *ctx)
{
	struct http_request *r = ctx;

	buf_add(&r->answer.body, (struct str){p, size * n});
	r->too_large = r->answer.body.over;
	return r->too_large ? 0 : size * n;
}

static size_t take_header(char *p, size_t size, size_t n, void *ctx)
{
	struct http_request *r = ctx;

	(void)p;
	r->header_bytes += size * n;
	r->too_large = r->header_bytes > HEADER_BYTES;
	return r->too_large ? 0 : size * n;
}

/* "4f316efb.0" */
static bool is_hash(const char *name)
{
	return strspn(name, "0123456789abcdef") == HASH_DIGITS &&
	       strcmp(name + HASH_DIGITS, ".0") == 0;
}

const char *transfer_ca_folder(void)
{
	const char *folder = curl_version_info(CURLVERSION_NOW)->capath;
	DIR *dir = folder ? opendir(folder) : NULL;
	struct dirent *entry;
	bool found = false;

	if (!dir)
		return NULL;
	while (!found && (entry = readdir(dir)) != NULL)
		found = is_hash(entry->d_name);
	closedir(dir);
	return found ? folder : NULL;
}

static void set_trust(struct http *h, struct http_request *r, CURL *e)
{
	bool loopback = url_is_loopback(h->base.host);

	curl_easy_setopt(e, CURLOPT_PROTOCOLS_STR,
		strcmp(h->base.scheme, "http") == 0 ? "http" : "https");
	curl_easy_setopt(e, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(e, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
	curl_easy_setopt(e, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
	curl_easy_setopt(e, CURLOPT_HEADEROPT, (long)CURLHEADER_SEPARATE);
	curl_easy_setopt(e, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	curl_easy_setopt(e, CURLOPT_SSL_VERIFYPEER, 1L);
	curl_easy_setopt(e, CURLOPT_SSL_VERIFYHOST, 2L);
	r->by_folder = h->ca_folder != NULL;
	if (r->by_folder) {
		curl_easy_setopt(e, CURLOPT_CAPATH, h->ca_folder);
		curl_easy_setopt(e, CURLOPT_CAINFO, NULL);
	} else if (*h->o.ca_file) {
		curl_easy_setopt(e, CURLOPT_CAINFO, h->o.ca_file);
	}
	/* A proxy would see a loopback request's token in the clear. */
	if (loopback)
		curl_easy_setopt(e, CURLOPT_PROXY, "");
}

static void set_limits(struct http *h, CURL *e)
{
	int64_t left = h->deadline - transfer_now();

	curl_easy_setopt(e, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(e, CURLOPT_TIMEOUT_MS, left > 1 ? (long)left : 1L);
	curl_easy_setopt(e, CURLOPT_CONNECTTIMEOUT_MS, h->o.connect_ms);
	curl_easy_setopt(e, CURLOPT_LOW_SPEED_LIMIT, (long)STALL_BYTES);
	curl_easy_setopt(e, CURLOPT_LOW_SPEED_TIME, h->o.stall_s);
}

static void set_request(struct http *h, struct http_request *r, CURL *e)
{
	bool tls = strcmp(h->base.scheme, "https") == 0;

	curl_easy_setopt(e, CURLOPT_URL, r->url);
	curl_easy_setopt(e, CURLOPT_PATH_AS_IS, 1L);
	curl_easy_setopt(e, CURLOPT_USERAGENT, h->o.agent);
	curl_easy_setopt(e, CURLOPT_HTTPHEADER,
		r->write || r->asks ? h->write_headers : h->headers);
	curl_easy_setopt(e, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
	curl_easy_setopt(e, CURLOPT_PIPEWAIT, tls ? 1L : 0L);
	curl_easy_setopt(e, CURLOPT_ERRORBUFFER, r->words);
	curl_easy_setopt(e, CURLOPT_WRITEFUNCTION, take_body);
	curl_easy_setopt(e, CURLOPT_WRITEDATA, r);
	curl_easy_setopt(e, CURLOPT_HEADERFUNCTION, take_header);
	curl_easy_setopt(e, CURLOPT_HEADERDATA, r);
	curl_easy_setopt(e, CURLOPT_PRIVATE, r);
	if (!r->write && !r->asks)
		return;
	/* On a used connection libcurl repeats by itself what got no answer. */
	curl_easy_setopt(e, CURLOPT_FRESH_CONNECT, r->write ? 1L : 0L);
	curl_easy_setopt(e, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)r->body.n);
	curl_easy_setopt(e, CURLOPT_COPYPOSTFIELDS, r->body.n ? r->body.p : "");
	curl_easy_setopt(
		e, CURLOPT_CUSTOMREQUEST, r->write ? r->write : "POST");
}

static void take_spare(struct http *h, struct buf *body, size_t max)
{
	assert(!body->p && max > 0);
	if (!h->spares) {
		buf_init(body, max);
		return;
	}
	*body = h->spare[--h->spares];
	body->max = max;
	buf_clear(body);
}

void transfer_spare(struct http *h, struct buf *body)
{
	assert(h->spares <= SPARE_BODIES);
	if (!body->p)
		return;
	if (body->cap > SPARE_BYTES && !h->large.p)
		h->large = *body;
	else if (body->cap <= SPARE_BYTES && h->spares < SPARE_BODIES)
		h->spare[h->spares++] = *body;
	else
		buf_release(body);
	*body = (struct buf){.p = NULL};
}

void transfer_begin(struct http *h, struct http_request *r)
{
	CURL *e = curl_easy_init();

	assert(h->running >= 0 && !r->easy);
	if (!e) {
		transfer_fail(h, r, CURLE_OUT_OF_MEMORY);
		return;
	}
	r->easy = e;
	r->tries++;
	r->started = transfer_now();
	r->header_bytes = 0;
	r->too_large = false;
	r->words[0] = '\0';
	take_spare(h, &r->answer.body, r->limit ? r->limit : h->o.answer_bytes);
	set_trust(h, r, e);
	set_limits(h, e);
	set_request(h, r, e);
	h->running++;
	h->begun = true;
	h->stats.requests++;
	curl_multi_add_handle(h->multi, e);
}

static struct str header(const struct http_request *r, const char *name)
{
	struct curl_header *found;

	if (curl_easy_header(r->easy, name, 0, CURLH_HEADER, -1, &found) !=
		CURLHE_OK)
		return (struct str){NULL, 0};
	return str_of(found->value);
}

static const char *next_link(const struct http_request *r)
{
	struct curl_header *found;
	struct str to;

	for (size_t i = 0; curl_easy_header(r->easy, "Link", i, CURLH_HEADER,
				   -1, &found) == CURLHE_OK;
		i++)
		if (header_link(str_of(found->value), "next", &to)) {
			const char *url = url_resolve(r->arena, r->url, to);

			return url ? url : arena_text(r->arena, to);
		}
	return "";
}

/* Until when the quota is used up, by the headers that most answers carry;
 * -1 when it is not, or nobody says. */
static long read_quota(const struct http_request *r, int64_t now)
{
	long left = header_count(header(r, "RateLimit-Remaining"));

	if (left > 0 || (left < 0 && r->answer.status != 429))
		return -1;
	return header_reset(header(r, "RateLimit-Reset"), now);
}

/* When the quota is fresh, since 1970; -1 unknown. */
static long read_reset(const struct http_request *r)
{
	struct str text = str_trim(header(r, "RateLimit-Reset"));
	long n;

	return str_take_number(&text, LONG_MAX / 16, &n) && !text.n ? n : -1;
}

void transfer_read_head(struct http_request *r)
{
	struct http_answer *a = &r->answer;
	int64_t now = header_date(header(r, "Date"));

	assert(r->easy);
	curl_easy_getinfo(r->easy, CURLINFO_RESPONSE_CODE, &a->status);
	a->type = arena_text(r->arena, header(r, "Content-Type"));
	a->location = arena_text(r->arena, header(r, "Location"));
	a->etag = arena_text(r->arena, header(r, "ETag"));
	r->encoding = arena_text(r->arena, header(r, "Content-Encoding"));
	a->total = header_count(header(r, "X-Total"));
	a->total_pages = header_count(header(r, "X-Total-Pages"));
	a->next = next_link(r);
	a->quota_ms = read_quota(r, now);
	a->clock = now;
	a->limit = header_count(header(r, "RateLimit-Limit"));
	a->left = header_count(header(r, "RateLimit-Remaining"));
	a->reset = read_reset(r);
	a->wait_ms = header_retry_after(header(r, "Retry-After"), now);
	if (a->wait_ms < 0 && a->status == 429)
		a->wait_ms = a->quota_ms;
}

/* What the end of a gzip file says of its size, which may be a lie. */
static size_t told_size(struct str gzip)
{
	const unsigned char *end = (const unsigned char *)gzip.p + gzip.n;

	if (gzip.n < GZIP_BYTES)
		return 0;
	return (size_t)end[-1] << 24 | (size_t)end[-2] << 16 |
	       (size_t)end[-3] << 8 | end[-4];
}

/* Unpacks one member at the beginning of *gzip into b; all of it or nothing. */
static enum libdeflate_result unpack_member(struct libdeflate_decompressor *d,
	struct str *gzip, size_t room, struct buf *b)
{
	enum libdeflate_result result;
	size_t taken, made;
	char *to = buf_room(b, room);

	if (!to)
		return LIBDEFLATE_INSUFFICIENT_SPACE;
	result = libdeflate_gzip_decompress_ex(
		d, gzip->p, gzip->n, to, room, &taken, &made);
	if (result != LIBDEFLATE_SUCCESS)
		return result;
	buf_took(b, made);
	*gzip = str_sub(*gzip, taken, gzip->n);
	return result;
}

static CURLcode unpack(struct libdeflate_decompressor *d, struct str gzip,
	struct buf *b, bool *too_large)
{
	size_t room = told_size(gzip);

	while (gzip.n > 0) {
		enum libdeflate_result result;

		if (room > b->max - b->n)
			room = b->max - b->n;
		result = unpack_member(d, &gzip, room, b);
		if (result == LIBDEFLATE_SUCCESS)
			continue;
		*too_large = result == LIBDEFLATE_INSUFFICIENT_SPACE &&
			     room == b->max - b->n;
		if (*too_large)
			return CURLE_WRITE_ERROR;
		if (result != LIBDEFLATE_INSUFFICIENT_SPACE)
			return CURLE_BAD_CONTENT_ENCODING;
		room = 2 * room + GZIP_ROOM;
	}
	return CURLE_OK;
}

CURLcode transfer_unpack(struct http *h, struct http_request *r)
{
	struct str how = str_of(r->encoding);
	struct buf *body = &r->answer.body, plain;
	CURLcode code;

	assert(!r->easy);
	if (!how.n || str_iis(how, "identity") || !body->n)
		return CURLE_OK;
	if (!str_iis(how, "gzip") && !str_iis(how, "x-gzip"))
		return CURLE_BAD_CONTENT_ENCODING;
	if (!h->inflater)
		h->inflater = libdeflate_alloc_decompressor();
	if (!h->inflater)
		return CURLE_OUT_OF_MEMORY;
	if (h->large.p)
		plain = h->large;
	else
		buf_init(&plain, body->max);
	h->large.p = NULL;
	plain.max = body->max;
	buf_clear(&plain);
	code = unpack(h->inflater, buf_str(body), &plain, &r->too_large);
	transfer_spare(h, body);
	*body = plain;
	return code;
}

void transfer_end(struct http *h, struct http_request *r)
{
	if (!r->easy)
		return;
	assert(h->running > 0);
	curl_multi_remove_handle(h->multi, r->easy);
	curl_easy_cleanup(r->easy);
	r->easy = NULL;
	h->running--;
}

/* $H is the origin, $W what was asked for, $C libcurl's own words. */
static const struct {
	CURLcode code;
	bool repeat;
	enum err_kind kind;
	const char *words;
} FAILURES[] = {
	{CURLE_COULDNT_RESOLVE_HOST, true, ERR_GITLAB,
		"cannot find the host of $H: check the address and the "
		"network"},
	{CURLE_COULDNT_RESOLVE_PROXY, true, ERR_GITLAB,
		"cannot find the proxy on the way to $H: check https_proxy"},
	{CURLE_COULDNT_CONNECT, true, ERR_GITLAB,
		"cannot connect to $H: check the address, the port and the "
		"network ($C)"},
	{CURLE_OPERATION_TIMEDOUT, true, ERR_GITLAB,
		"$H does not answer ($W; $C): try again later"},
	{CURLE_GOT_NOTHING, true, ERR_GITLAB,
		"$H closed the connection instead of answering ($W): try "
		"again later"},
	{CURLE_PARTIAL_FILE, true, ERR_GITLAB,
		"$H cut its answer to $W short: try again later"},
	{CURLE_RECV_ERROR, true, ERR_GITLAB,
		"the connection to $H broke ($W; $C): try again later"},
	{CURLE_SEND_ERROR, true, ERR_GITLAB,
		"the connection to $H broke ($W; $C): try again later"},
	{CURLE_HTTP2, true, ERR_GITLAB,
		"the connection to $H broke ($W; $C): try again later"},
	{CURLE_HTTP2_STREAM, true, ERR_GITLAB,
		"the connection to $H broke ($W; $C): try again later"},
	{CURLE_BAD_CONTENT_ENCODING, true, ERR_GITLAB,
		"$H sent broken gzip for $W: try again later"},
	{CURLE_SSL_CONNECT_ERROR, true, ERR_GITLAB,
		"cannot agree with $H on TLS ($C): is it really https"},
	{CURLE_PEER_FAILED_VERIFICATION, false, ERR_GITLAB,
		"cannot trust the certificate of $H ($C): where it has "
		"an authority of its own, give that authority's CA file"},
	{CURLE_SSL_CACERT_BADFILE, false, ERR_CONFIG,
		"the CA file for $H holds no certificate that can be used: "
		"it must be in PEM form"},
	{CURLE_UNSUPPORTED_PROTOCOL, false, ERR_GITLAB,
		"$H does not speak HTTP ($C): check the address and port"},
	{CURLE_WEIRD_SERVER_REPLY, false, ERR_GITLAB,
		"$H does not speak HTTP ($C): check the address and port"},
	{CURLE_OUT_OF_MEMORY, false, ERR_IO, "out of memory"},
	{CURLE_OK, false, ERR_GITLAB,
		"cannot get $W from $H ($C): check the address and the "
		"network"},
};

/* The entry of a code, or the last one. */
static size_t find_failure(CURLcode code)
{
	size_t i = 0;

	while (FAILURES[i].code != code && FAILURES[i].code != CURLE_OK)
		i++;
	return i;
}

bool transfer_may_repeat(CURLcode code)
{
	assert(code != CURLE_OK);
	return FAILURES[find_failure(code)].repeat;
}

static void set_failure(struct http *h, struct http_request *r, CURLcode code)
{
	size_t i = find_failure(code);
	const char *curl = *r->words ? r->words : curl_easy_strerror(code);
	struct buf b;

	complaint_redact(r->words, h->o.token);
	buf_init(&b, sizeof r->err.text);
	for (const char *p = FAILURES[i].words; *p; p++)
		if (*p != '$')
			buf_addc(&b, *p);
		else
			buf_adds(&b, *++p == 'H' ? h->origin
				     : *p == 'W' ? r->what
						 : curl);
	err_set(&r->err, FAILURES[i].kind, "%s", b.p);
	buf_release(&b);
}

void transfer_fail(struct http *h, struct http_request *r, CURLcode code)
{
	size_t limit = r->limit ? r->limit : h->o.answer_bytes;

	if (r->too_large)
		err_set(&r->err, ERR_GITLAB,
			"the answer of %s to %s is larger than %zu MiB, and "
			"nothing of it was used: narrow the source by labels",
			h->origin, r->what, (limit + 1048575) / 1048576);
	else if (transfer_now() + (code == CURLE_OPERATION_TIMEDOUT
						  ? TIMER_SLACK_MS
						  : 0) >=
		 h->deadline)
		err_set(&r->err, ERR_GITLAB,
			"the time for this run (%ld s) ended while asking %s "
			"for %s: allow more, or try again later",
			(h->o.deadline_ms + 999) / 1000, h->origin, r->what);
	else
		set_failure(h, r, code);
}
