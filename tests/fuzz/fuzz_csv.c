/*
 * Any bytes as a sheet: split into cells, read as OKRs.
 */
#include <assert.h>
#include <stdint.h>

#include "csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = ARENA_INIT;
	struct str text = {(const char *)data, size};
	struct read_options options;
	struct err err = ERR_INIT;
	struct outline out;
	struct model m;
	struct csv csv;

	read_options_init(&options);
	model_init(&m);
	outline_init(&out, &a);
	if (!csv_parse(&a, text, "fuzz.csv", &csv, &err)) {
		csv_outline(&csv, &out);
		assert(!outline_read(
			&out, "fuzz.csv", &options, &m, NULL, &err));
	}
	outline_release(&out);
	arena_release(&a);
	return 0;
}
