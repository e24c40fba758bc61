import { expect, test } from 'vitest';
import type { PullRequest } from '../pull-request/pull-request.ts';
import { deriveStages, type ReceiptFacts } from './derive-stages.ts';
import { describeStages } from './describe-stages.ts';

const open: PullRequest = {
  number: 4,
  url: 'https://github.com/orchestra/registry/pull/4',
  state: 'open',
  createdAt: '2026-01-01T00:00:00Z',
  mergedAt: null,
  labels: [],
  head: { repository: 'tidewater/registry', branch: 'orchestra/publish-1.0.0_tide', sha: 'a' },
};
const merged: PullRequest = { ...open, state: 'merged', mergedAt: '2026-01-01T00:01:00Z' };
const nothing: ReceiptFacts = {
  pullRequest: null,
  marked: null,
  served: null,
  indexedAt: null,
  isSearchable: false,
};
const now = '2026-01-01T01:00:00.000Z';
const indexedAt = '2026-01-01T00:02:00.000Z';
const storedAt = '2026-01-01T00:01:30.000Z';

test('deriveStages() tells what was reached, and when', () => {
  const derive = (facts: Partial<ReceiptFacts>) =>
    deriveStages({ ...nothing, ...facts }, { before: null, now });
  expect(Object.values(derive({})).every((time) => time === null)).toBe(true);
  expect(derive({ pullRequest: merged, served: { storedAt }, indexedAt })).toEqual({
    submitted: '2026-01-01T00:00:00Z',
    validated: null,
    merged: '2026-01-01T00:01:00Z',
    stored: storedAt,
    indexed: indexedAt,
    served: now,
    searchable: null,
  });
  expect(derive({ served: { storedAt: null }, indexedAt }).stored).toBe(indexedAt);
  const marked = { ...derive({}), validated: '2026-01-01T00:00:30Z', served: indexedAt };
  expect(derive({ marked, served: { storedAt } })).toMatchObject({
    validated: '2026-01-01T00:00:30Z',
    served: indexedAt,
  });
  expect(derive({ marked }).served).toBeNull();
  const committed = { ...derive({}), indexed: '2026-01-01T00:01:45.000Z' };
  expect(derive({ marked: committed, indexedAt }).indexed).toBe(committed.indexed);
  expect(derive({ marked: committed }).indexed).toBeNull();
});

test('deriveStages() keeps the time at which a stage was seen first', () => {
  const facts = { ...nothing, served: { storedAt }, isSearchable: true };
  const before = deriveStages(facts, { before: null, now });
  expect(deriveStages(facts, { before, now: '2027-01-01T00:00:00.000Z' })).toEqual(before);
});

test.each<[Partial<ReceiptFacts>, RegExp]>([
  [{}, /Nothing is known/],
  [{ pullRequest: open }, /being checked/],
  [{ pullRequest: { ...open, labels: ['needs-review'] } }, /waits for a person/],
  [{ pullRequest: { ...open, labels: ['needs-review', 'hold'] } }, /holds it back/],
  [{ pullRequest: { ...open, labels: ['refused'] } }, /refused it/],
  [{ pullRequest: { ...open, state: 'closed' } }, /closed without a merge/],
  [{ pullRequest: merged }, /waits for the registry to store it/],
  [{ pullRequest: { ...merged, labels: ['refused'] } }, /could not be carried out/],
  [{ served: { storedAt } }, /the index does not show it yet/],
  [{ indexedAt }, /not served yet/],
  [{ indexedAt, served: { storedAt } }, /search does not know it yet/],
  [{ indexedAt, served: { storedAt }, isSearchable: true }, /It is live/],
])('describeStanding() of %o', (change, expected) => {
  const facts = { ...nothing, ...change };
  const stages = deriveStages(facts, { before: null, now });
  expect(describeStages(stages, facts.pullRequest)).toMatch(expected);
});
