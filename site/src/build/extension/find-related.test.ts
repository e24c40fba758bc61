import { makeEntry } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { findRelated } from './find-related.ts';

const none = { extensionDependencies: [], extensionPack: [] };
const base = makeEntry({ name: 'tide-base', displayName: 'Tide base' }, [
  { version: '1.0.0', vscode: { id: 'harbor.tide-base', ...none } },
]);
const source = { readEntry: async (name: string) => (name === base.name ? base : null) };

test('findRelated() names all, and those that the registry has by their pages', async () => {
  const vscode = {
    extensionDependencies: ['Harbor.TideBase', 'lantern.tide-base'],
    extensionPack: ['harbor.lamp'],
  };
  expect(await findRelated({ vscode }, source)).toEqual({
    needs: [
      { id: 'Harbor.TideBase', name: 'tide-base', displayName: 'Tide base' },
      { id: 'lantern.tide-base', name: null, displayName: 'lantern.tide-base' },
    ],
    brings: [{ id: 'harbor.lamp', name: null, displayName: 'harbor.lamp' }],
  });
});

test('findRelated() of a version that names none is empty', async () => {
  expect(await findRelated({}, source)).toEqual({ needs: [], brings: [] });
});
