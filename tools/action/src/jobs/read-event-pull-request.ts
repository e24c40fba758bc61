import { parseJson } from '@orchestra/core';
import * as Type from 'typebox';

const NumberSchema = Type.Integer({ minimum: 1 });
const PullEventSchema = Type.Object({ pull_request: Type.Object({ number: NumberSchema }) });
const CommentEventSchema = Type.Object({
  action: Type.Literal('created'),
  issue: Type.Object({ number: NumberSchema, pull_request: Type.Object({}) }),
  comment: Type.Object({ body: Type.String() }),
});
const DispatchEventSchema = Type.Object({
  inputs: Type.Object({ pull_request: Type.String({ pattern: '^[1-9]\\d{0,9}$' }) }),
});

/** Text of a comment that requests a new validation of a pull request. */
export const recheckCommand = '/recheck';

/**
 * Finds the pull request that an event is about.
 *
 * @param event the JSON of `GITHUB_EVENT_PATH`
 * @returns null for an event that needs no action, such as other comments
 */
export function readEventPullRequest(event: string): number | null {
  const comment = parseJson(CommentEventSchema, event);
  if (comment.ok) {
    const { body } = comment.value.comment;
    return body.trim() === recheckCommand ? comment.value.issue.number : null;
  }
  const pull = parseJson(PullEventSchema, event);
  if (pull.ok) return pull.value.pull_request.number;
  const dispatch = parseJson(DispatchEventSchema, event);
  return dispatch.ok ? Number(dispatch.value.inputs.pull_request) : null;
}
