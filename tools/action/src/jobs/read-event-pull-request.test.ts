import { expect, test } from 'vitest';
import { readEventPullRequest } from './read-event-pull-request.ts';

const comment = (body: string) => ({
  action: 'created',
  issue: { number: 7, pull_request: {} },
  comment: { body },
});

test.each<[string, object, number | null]>([
  ['a pull request', { action: 'synchronize', pull_request: { number: 7 } }, 7],
  ['/recheck', comment(' /recheck\r\n'), 7],
  ['another comment', comment('please /recheck'), null],
  ['an edited comment', { ...comment('/recheck'), action: 'edited' }, null],
  ['/recheck of an issue', { ...comment('/recheck'), issue: { number: 7 } }, null],
  ['a dispatch', { inputs: { pull_request: '7' } }, 7],
  ['a dispatch with a command in it', { inputs: { pull_request: '7; ls' } }, null],
  ['a push', { ref: 'refs/heads/main' }, null],
])('findPullRequest() of %s', (_case, event, expected) => {
  expect(readEventPullRequest(JSON.stringify(event))).toBe(expected);
});
