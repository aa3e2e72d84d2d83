/*
 * Any bytes as the text of a key result: its numbers, its written result and
 * what is left when both are taken off.
 */
#include <assert.h>
#include <stdint.h>

#include "keyresult.h"
#include "result.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = ARENA_INIT;
	struct str text = {(const char *)data, size}, left;
	struct links links = {NULL, 0, 0};
	struct sentence sentence;
	struct result result;

	left = result_split(&a, text, &result, &links, NULL);
	assert(left.n <= text.n);
	sentence_read(&a, left, &sentence);
	assert(sentence.verb && sentence.measure);
	result_read(&a, text, &result, &links);
	arena_release(&a);
	return 0;
}
