import { makeEntry } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import type { Submitter } from '../authorize.ts';
import { type StatusChange, planYank } from './plan-yank.ts';

const submitter: Submitter = { provider: 'local', id: 1, login: 'tidewater' };
const operator: Submitter = { ...submitter, operator: true };
const entry = makeEntry({ name: 'tide-table' }, [
  { version: '1.0.0' },
  { version: '1.1.0', status: 'yanked', reason: 'wrong tides' },
  { version: '1.2.0', status: 'quarantined', reason: 'malware' },
]);

test('planYank() changes status and reason and nothing else of the entry', () => {
  const after = plan({ action: 'yank', version: '1.0.0', reason: ' wrong moon ', submitter });
  expect(after).toEqual({
    ...entry,
    versions: [
      { ...entry.versions[0], status: 'yanked', reason: 'wrong moon' },
      ...entry.versions.slice(1),
    ],
  });
});

test('planYank() keeps no email of a reason, and makes it no longer', () => {
  const reason = 'a@tide.io '.repeat(50);
  const after = plan({ action: 'yank', version: '1.0.0', reason, submitter });
  expect(after.versions[0]?.reason).toBe('[…] '.repeat(50).trim());
});

test('planYank() undone leaves no reason behind', () => {
  for (const reason of [{}, { reason: 'the tides were right' }]) {
    const after = plan({ action: 'unyank', version: '1.1.0', submitter, ...reason });
    expect(after.versions[1]).toEqual({ ...entry.versions[0], version: '1.1.0' });
  }
});

test('planYank() of a yanked version gives it the new reason', () => {
  const after = plan({ action: 'yank', version: '1.1.0', reason: 'wrong moon', submitter });
  expect(after.versions[1]).toEqual({ ...entry.versions[1], reason: 'wrong moon' });
});

test('planYank() of what is so already changes nothing', () => {
  const again: StatusChange = {
    action: 'yank',
    version: '1.1.0',
    reason: 'wrong tides',
    submitter,
  };
  expect(planYank(again, entry).kind).toBe('unchanged');
  expect(planYank({ action: 'unyank', version: '1.0.0', submitter }, entry).kind).toBe('unchanged');
});

test('planYank() lets only an operator touch a quarantined version', () => {
  for (const action of ['yank', 'unyank', 'quarantine'] as const) {
    expect(() => planYank({ action, version: '1.2.0', submitter }, entry)).toThrow(
      expect.objectContaining({ code: 'version-quarantined' }),
    );
  }
  const lifted = plan({ action: 'unyank', version: '1.2.0', submitter: operator });
  expect(lifted.versions[2]?.status).toBe('live');
});

test('planYank() of an unknown version refuses', () => {
  expect(() => planYank({ action: 'yank', version: '9.0.0', submitter }, entry)).toThrow(
    expect.objectContaining({ code: 'version-unknown' }),
  );
});

function plan(change: StatusChange) {
  const planned = planYank(change, entry);
  if (planned.kind !== 'plan') throw new Error('expected a plan');
  return planned.plan.after;
}
