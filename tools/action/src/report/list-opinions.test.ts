import { expect, test } from 'vitest';
import { listOpinions, type ToldReview } from './list-opinions.ts';

const head = 'b'.repeat(40);
const older = 'a'.repeat(40);
const authorId = 1;

function review(login: string, state: string, commit: string = head): ToldReview {
  const id = { author: authorId, ebb: 2, flow: 3 }[login] ?? 9;
  return { user: { id, login }, state, commit_id: commit };
}

test.each<[string, ToldReview[], { approvals: string[]; requests: string[] }]>([
  ['nothing', [], { approvals: [], requests: [] }],
  ['an approval', [review('ebb', 'APPROVED')], { approvals: ['ebb'], requests: [] }],
  [
    'an approval of an older head',
    [review('ebb', 'APPROVED', older)],
    { approvals: [], requests: [] },
  ],
  [
    'an approval, and a request of somebody else',
    [review('flow', 'CHANGES_REQUESTED'), review('ebb', 'APPROVED')],
    { approvals: ['ebb'], requests: ['flow'] },
  ],
  [
    'a request for an older head',
    [review('flow', 'CHANGES_REQUESTED', older), review('ebb', 'APPROVED')],
    { approvals: ['ebb'], requests: ['flow'] },
  ],
  [
    'a request, then a comment',
    [review('flow', 'CHANGES_REQUESTED'), review('flow', 'COMMENTED')],
    { approvals: [], requests: ['flow'] },
  ],
  [
    'a request, then an approval by the same',
    [review('flow', 'CHANGES_REQUESTED', older), review('flow', 'APPROVED')],
    { approvals: ['flow'], requests: [] },
  ],
  [
    'a request, then an approval of an older head by the same',
    [review('flow', 'CHANGES_REQUESTED', older), review('flow', 'APPROVED', older)],
    { approvals: [], requests: [] },
  ],
  [
    'an approval, then a request by the same',
    [review('flow', 'APPROVED'), review('flow', 'CHANGES_REQUESTED')],
    { approvals: [], requests: ['flow'] },
  ],
  ['a request that was dismissed', [review('flow', 'DISMISSED')], { approvals: [], requests: [] }],
  [
    'a request that is not sent yet',
    [review('flow', 'APPROVED'), review('flow', 'PENDING')],
    { approvals: ['flow'], requests: [] },
  ],
  [
    'what the author says',
    [review('author', 'APPROVED'), review('author', 'CHANGES_REQUESTED')],
    { approvals: [], requests: [] },
  ],
  [
    'what an account said that is gone',
    [{ user: null, state: 'CHANGES_REQUESTED', commit_id: head }],
    { approvals: [], requests: [] },
  ],
])('listOpinions() of %s', (_case, reviews, expected) => {
  expect(listOpinions(reviews, { head, authorId })).toEqual(expected);
});
