import type { CodeReview } from '@orchestra/core';
import { expect, test } from 'vitest';
import type { Waiting } from './list-waiting.ts';
import { requireWaiting } from './require-waiting.ts';

function waits(named: string, change: Partial<CodeReview> = {}): Waiting {
  const [name = '', version = ''] = named.split('@');
  const sha256 = Buffer.from(named).toString('hex').padEnd(64, '0');
  const requestedBy = { provider: 'local', id: 1, login: 'tidewater' } as const;
  const requestedAt = '2026-03-01T12:00:00.000Z';
  const asked = { name, version, sha256, size: 5, requestedBy, requestedAt, places: [] };
  const record = { format: 1, ...asked, declined: null } as const;
  const isOpen = { state: 'waiting', declinedAt: null, reason: null } as const;
  const review = { ...asked, ...isOpen, ...change };
  return { record, folder: `/queue/${sha256}`, review };
}

const found = (what: string, waiting: readonly Waiting[], state: CodeReview['state'] = 'waiting') =>
  requireWaiting(what, { waiting, state }).map(({ review }) => `${review.name}@${review.version}`);

const declined = waits('tide-table@1.0.0', { state: 'declined' });
const queue = [waits('tide-table@1.1.0'), declined, waits('sea-gate@2.0.0')];

test.each(['tide-table', 'tide-table@1.1.0', waits('tide-table@1.1.0').review.sha256.slice(0, 30)])(
  'requireWaiting() of %s finds the version that waits',
  (what) => {
    expect(found(what, queue)).toEqual(['tide-table@1.1.0']);
  },
);

test('requireWaiting() of a name finds the version in the state that is wanted, else the only one there is', () => {
  expect(found('tide-table', queue, 'declined')).toEqual(['tide-table@1.0.0']);
  expect(found('sea-gate', queue, 'cleared')).toEqual(['sea-gate@2.0.0']);
});

test('requireWaiting() of a name finds the same bytes of several accounts', () => {
  const other = { requestedBy: { provider: 'local', id: 2, login: 'lantern' } } as const;
  const both = [waits('sea-gate@2.0.0'), waits('sea-gate@2.0.0', other)];
  expect(found('sea-gate', both)).toHaveLength(2);
});

test('requireWaiting() of a name of which several versions wait says what to type', () => {
  const more = [...queue, waits('tide-table@1.2.0')];
  expect(() => found('tide-table', more)).toThrow(
    expect.objectContaining({
      code: 'usage',
      message: "'tide-table' means 2 packages in the queue",
      hint: "Type one of these instead of 'tide-table':\ntide-table@1.1.0 (waiting)\ntide-table@1.2.0 (waiting)",
    }),
  );
});

test('requireWaiting() of a version with other bytes of another account says what to type', () => {
  const sha256 = 'f'.repeat(64);
  const more = [...queue, waits('tide-table@1.1.0', { sha256 })];
  expect(() => found('tide-table@1.1.0', more)).toThrow(
    expect.objectContaining({
      hint: expect.stringContaining(`\n${sha256} (1.1.0, waiting, asked by tidewater)`),
    }),
  );
});

test.each([
  [
    'tide-tabel',
    queue,
    /^Did you mean tide-table@1\.1\.0, tide-table@1\.0\.0 \(declined\)\? In the/,
  ],
  ['tide-table@3.0.0', queue, /^Did you mean tide-table@1\.1\.0/],
  ['harbor-lights', queue, /^In the queue: tide-table@1\.1\.0, .*, sea-gate@2\.0\.0\. See all/],
  ['tide-table', [], /^Nothing waits for a person\.$/],
])('requireWaiting() of %s, which is not there, says what is', (what, waiting, hint) => {
  expect(() => found(what, waiting)).toThrow(
    expect.objectContaining({
      code: 'code-review-unknown',
      message: `'${what}' is not in the queue`,
      hint: expect.stringMatching(hint),
    }),
  );
});
