/*
 * Any bytes as a cell, as running text, and as a key result.
 */
#include <stdint.h>

#include "keyresult.h"
#include "period.h"
#include "quantity.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = ARENA_INIT;
	struct str text = {(const char *)data, size};
	struct str rest = text;
	struct sentence sentence;
	struct period period;

	if (!quantity_read(&a, text))
		rest = text;
	while (rest.n)
		if (!quantity_take(&a, &rest))
			rest = str_sub(rest, 1, rest.n);
	sentence_read(&a, text, &sentence);
	if (!period_find(&a, text, FISCAL_START_DEFAULT, &period) &&
		!period_find_days(&a, text, FISCAL_START_DEFAULT, &period))
		period.name = "";
	arena_release(&a);
	return 0;
}
