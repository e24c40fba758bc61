import { makeEntry } from '@orchestra/testkit';
import { newestFirst } from '@orchestra/core';
import { describe, expect, it } from 'vitest';
import { permissionChange } from './permission-change.ts';

const versions = newestFirst(
  makeEntry({ name: 'tide' }, [
    { version: '1.5.0', permissions: ['git', 'network'], unclearCode: { mayNeed: ['secrets'] } },
    { version: '1.4.0', permissions: ['git'], unclearCode: { mayNeed: ['network', 'secrets'] } },
    { version: '1.3.0', permissions: ['git', 'network'] },
    { version: '1.2.0', permissions: ['network', 'git'] },
    { version: '1.1.0', permissions: ['git', 'clipboard'], status: 'yanked' },
    { version: '1.0.0', permissions: ['git'] },
  ]).versions,
);
const changeOf = (asked: string) => {
  const version = versions.find((one) => one.version === asked);
  return version === undefined ? undefined : permissionChange(version, versions);
};

describe('permissionChange()', () => {
  it('tells what is new and what is gone, against the version before, yanked or not', () => {
    expect(changeOf('1.2.0')).toEqual({
      since: '1.1.0',
      added: ['network'],
      maybe: [],
      removed: ['clipboard'],
    });
    expect(changeOf('1.1.0')).toEqual({
      since: '1.0.0',
      added: ['clipboard'],
      maybe: [],
      removed: [],
    });
  });

  it('tells what code newly may need of which nobody can tell', () => {
    const since = { since: '1.3.0', added: [], removed: ['network'] };
    expect(changeOf('1.4.0')).toEqual({ ...since, maybe: ['secrets'] });
    const next = { since: '1.4.0', added: ['network'], removed: [] };
    expect(changeOf('1.5.0')).toEqual({ ...next, maybe: [] });
  });

  it('is null for the first version, and where only the order changed', () => {
    expect(changeOf('1.0.0')).toBeNull();
    expect(changeOf('1.3.0')).toBeNull();
  });
});
