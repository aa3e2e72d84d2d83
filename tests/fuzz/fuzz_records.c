/*
 * Any bytes as a snapshot, and its records as issues.
 */
#include <stdint.h>

#include "read.h"
#include "snapshot.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = ARENA_INIT;
	struct str text = {(const char *)data, size};
	struct err err = ERR_INIT;
	struct read_options o;
	struct snapshot s;
	struct model m;

	read_options_init(&o);
	model_init(&m);
	if (!snapshot_parse(&a, text, "fuzz", &s, &err)) {
		o.self = s.self;
		read_records(&a, &s.records, &o, &m);
		model_link(&a, &m);
	}
	arena_release(&a);
	return 0;
}
