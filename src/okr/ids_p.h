/*
 * Names for everything in the model; part of model_link().
 */
#ifndef IDS_H
#define IDS_H

#include "model.h"

/* Gives an id to what has none and makes all ids of the model unique. */
void ids_give(struct arena *a, struct model *m);

#endif
