/*
 * What all that read YAML with libfyaml ask of a node.
 */
#include "yaml_p.h"

#include <libfyaml.h>

bool yaml_is_text(struct fy_node *node)
{
	return node && fy_node_is_scalar(node) && !fy_node_is_alias(node);
}

struct str yaml_text(struct fy_node *node)
{
	size_t n = 0;
	const char *p = node ? fy_node_get_scalar(node, &n) : NULL;

	return (struct str){p, p ? n : 0};
}
