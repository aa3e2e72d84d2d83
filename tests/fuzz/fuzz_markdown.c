/*
 * Any bytes as a document: read, linked, graded and printed.
 */
#include <stdint.h>

#include "grade.h"
#include "modeljson.h"
#include "read.h"

enum { JSON_BYTES = 64 * 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = ARENA_INIT;
	struct str text = {(const char *)data, size};
	struct grade_options grade;
	struct read_options read;
	struct explanation why = {NULL, 0, 0};
	struct model m;
	struct buf b;

	read_options_init(&read);
	grade_options_init(&grade);
	grade.today = (struct date){2025, 2, 8};
	model_init(&m);
	read_markdown(&a, text, "fuzz.md", &read, &m, &why);
	model_link(&a, &m);
	grade_model(&a, &m, &grade);
	findings_sort(&m.findings);
	buf_init(&b, JSON_BYTES);
	modeljson_print(&b, &m);
	buf_release(&b);
	arena_release(&a);
	return 0;
}
