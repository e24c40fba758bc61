import { makeEntry } from '@orchestra/testkit';
import { describe, expect, it } from 'vitest';
import { makeNotice } from './make-notice.ts';

const entry = (...versions: Parameters<typeof makeEntry>[1] & {}) =>
  makeEntry({ name: 'x' }, versions);
const live = { version: '1.0.0' };
const yanked = { version: '1.1.0', status: 'yanked', reason: 'Loses work' } as const;
const quarantined = { version: '1.2.0', status: 'quarantined' } as const;

describe('makeNotice()', () => {
  it('says nothing where the newest version is live', () => {
    expect(makeNotice(entry(live))).toBeNull();
    expect(makeNotice(entry({ version: '2.0.0' }, yanked, live))).toBeNull();
  });

  it('tells of a newer version that was taken back, and what is offered instead', () => {
    expect(makeNotice(entry(yanked, live))).toEqual({
      kind: 'yanked',
      title: 'Version 1.1.0 was yanked',
      text: 'Loses work. Installing gives you 1.0.0.',
    });
    expect(makeNotice(entry(quarantined, yanked, live))?.title).toBe(
      'Version 1.2.0 is quarantined',
    );
  });

  it('tells why nothing can be installed', () => {
    expect(makeNotice(entry(yanked))).toMatchObject({
      kind: 'yanked',
      text: expect.stringContaining('Loses work.'),
    });
  });

  it('counts one quarantined version among withdrawn ones as quarantine', () => {
    expect(makeNotice(entry(quarantined, yanked))?.kind).toBe('quarantined');
  });
});
