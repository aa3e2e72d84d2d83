/*
 * Inside the label schemes.
 */
#ifndef LABELS_P_H
#define LABELS_P_H

#include "labels.h"

/* The text behind a scope that speaks of the state: "Workflow::Draft" is
 * "Draft"; NULL when it has no such scope. */
const char *label_behind_scope(const char *label);

#endif
