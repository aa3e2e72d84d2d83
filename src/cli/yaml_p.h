/*
 * A scalar of YAML as text.
 */
#ifndef YAML_P_H
#define YAML_P_H

#include <stdbool.h>

#include "str.h"

struct fy_node;

/* Is it a text, and no alias for one? */
bool yaml_is_text(struct fy_node *node);

/* Its words, which live as long as its document; NULL has none. */
struct str yaml_text(struct fy_node *node);

#endif
