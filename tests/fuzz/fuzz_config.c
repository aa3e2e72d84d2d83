/*
 * Any bytes as .okrsync.yml.
 */
#include <stdint.h>

#include "cli/cli_p.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *no_env(const char *name)
{
	(void)name;
	return NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = ARENA_INIT;
	struct str text = {(const char *)data, size};
	struct err err = ERR_INIT;
	struct settings s;

	if (settings_init(&a, &s, no_env, &err) ||
		config_read(&a, text, "fuzz.yml", &s, &err))
		err_clear(&err);
	arena_release(&a);
	return 0;
}
