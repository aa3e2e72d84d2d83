/*
 * The questions that are asked by GraphQL.
 */
#ifndef GITLAB_QUERIES_P_H
#define GITLAB_QUERIES_P_H

/* A page of objectives and key results: $path, $first; $after, $state,
 * $labels and $milestones may be left out. Answers {"place":{"workItems":
 * {"pageInfo":...,"nodes":[...]}}}. */
extern const char QUERY_PROJECT_ITEMS[];
extern const char QUERY_GROUP_ITEMS[]; /* those of subgroups too */

/* The comments of the issues $iids of project $path, $first of them: nodes
 * with "iid" and a widget of notes. */
extern const char QUERY_COMMENTS[];

#endif
