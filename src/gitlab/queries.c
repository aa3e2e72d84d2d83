/*
 * The questions that are asked by GraphQL.  Tests check them against GitLab's
 * schema as they are sent.
 */
#include "queries_p.h"

/* What is wanted of each item; fields of 18.0. */
#define ITEM \
	"id iid title state confidential createdAt updatedAt closedAt webUrl " \
	"reference(full: true) " \
	"author { id name username } " \
	"project { id } " \
	"workItemType { name } " \
	"widgets(onlyTypes: [PROGRESS, HEALTH_STATUS, HIERARCHY, LABELS, " \
	"ASSIGNEES, START_AND_DUE_DATE, MILESTONE, DESCRIPTION]) { " \
	"type " \
	"... on WorkItemWidgetProgress { " \
	"progress startValue currentValue endValue updatedAt } " \
	"... on WorkItemWidgetHealthStatus { healthStatus } " \
	"... on WorkItemWidgetHierarchy { " \
	"parent { title reference(full: true) webUrl } hasChildren } " \
	"... on WorkItemWidgetLabels { labels(first: 50) { " \
	"nodes { title } } } " \
	"... on WorkItemWidgetAssignees { assignees(first: 20) { " \
	"nodes { id name username } } } " \
	"... on WorkItemWidgetStartAndDueDate { startDate dueDate } " \
	"... on WorkItemWidgetMilestone { milestone { " \
	"title startDate dueDate } } " \
	"... on WorkItemWidgetDescription { description " \
	"taskCompletionStatus { count completedCount } } " \
	"}"

#define NARROWED \
	"types: [OBJECTIVE, KEY_RESULT], state: $state, labelName: $labels, " \
	"milestoneTitle: $milestones, sort: CREATED_ASC, first: $first, " \
	"after: $after"

#define PAGE "pageInfo { hasNextPage endCursor } nodes { " ITEM " }"

#define VARIABLES \
	"($path: ID!, $first: Int!, $after: String, $state: IssuableState, " \
	"$labels: [String!], $milestones: [String!])"

const char QUERY_COMMENTS[] =
	"query okrsyncComments($path: ID!, $iids: [String!]!, $first: Int!) { "
	"place: project(fullPath: $path) { "
	"workItems(iids: $iids, state: all, first: $first) { nodes { iid "
	"widgets(onlyTypes: [NOTES]) { type ... on WorkItemWidgetNotes { "
	"notes(filter: ONLY_COMMENTS, first: 100) { "
	"pageInfo { hasNextPage } nodes { id body system internal createdAt "
	"updatedAt author { id name username } } } } } } } } }";

const char QUERY_PROJECT_ITEMS[] =
	"query okrsyncProject" VARIABLES " { place: project(fullPath: $path) { "
	"workItems(" NARROWED ") { " PAGE " } } }";

const char QUERY_GROUP_ITEMS[] =
	"query okrsyncGroup" VARIABLES " { place: namespace(fullPath: $path) { "
	"workItems(" NARROWED ", includeDescendants: true) { " PAGE " } } }";
