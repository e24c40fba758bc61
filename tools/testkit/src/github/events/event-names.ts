/** The events that are told, with their actions. `pull_request_target` has the payload of `pull_request`. */
export const events = [
  'issue_comment.created',
  'issue_comment.deleted',
  'issue_comment.edited',
  'pull_request.closed',
  'pull_request.edited',
  'pull_request.labeled',
  'pull_request.opened',
  'pull_request.reopened',
  'pull_request.synchronize',
  'pull_request.unlabeled',
  'pull_request_review.submitted',
  'push',
  'release.published',
  'workflow_dispatch',
] as const;
