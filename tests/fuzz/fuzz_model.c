/*
 * Any bytes as a published model, linked, graded, and printed again.
 */
#include <stdint.h>

#include "grade.h"
#include "modeljson.h"

enum { ROOM = 64 * 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = ARENA_INIT;
	struct str text = {(const char *)data, size};
	struct err err = ERR_INIT;
	struct grade_options grade;
	struct model m;
	struct buf b;

	model_init(&m);
	if (!modeljson_read(&a, text, "fuzz", &m, &err)) {
		grade_options_init(&grade);
		model_link(&a, &m);
		grade_model(&a, &m, &grade);
		buf_init(&b, ROOM);
		modeljson_print(&b, &m);
		buf_release(&b);
	}
	arena_release(&a);
	return 0;
}
