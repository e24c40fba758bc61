import { makeEntry } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { makePlanContext } from '../../testing/make-plan-context.ts';
import { planExtensions } from '../pages/plan-extensions.ts';
import { relatedTo } from './find-related.ts';

const none = { extensionDependencies: [], extensionPack: [] };
const base = makeEntry({ name: 'tide-base', displayName: 'Tide base', compat: 'vscode' }, [
  { version: '1.0.0', vscode: { id: 'harbor.tide-base', ...none } },
]);
const naming = makeEntry({ name: 'tide', compat: 'vscode' }, [
  {
    version: '1.0.0',
    vscode: {
      extensionDependencies: ['Harbor.TideBase', 'lantern.tide-base'],
      extensionPack: ['harbor.lamp'],
    },
  },
]);

test('relatedTo() names all, and those that the registry has by their pages', async () => {
  const { extensions } = await makePlanContext([base, naming]);
  const related = relatedTo(extensions);
  const [tide, own] = ['tide', 'tide-base'].map((name) =>
    extensions.find(({ card }) => card.name === name),
  );
  expect(tide && related(tide)).toEqual({
    needs: [
      { id: 'Harbor.TideBase', name: 'tide-base', displayName: 'Tide base' },
      { id: 'lantern.tide-base', name: null, displayName: 'lantern.tide-base' },
    ],
    brings: [{ id: 'harbor.lamp', name: null, displayName: 'harbor.lamp' }],
  });
  expect(own && related(own)).toEqual({ needs: [], brings: [] });
});

test('the page of what names an extension is made again once that one is there, or called otherwise', async () => {
  const keyOf = async (...entries: (typeof base)[]) =>
    planExtensions(await makePlanContext(entries)).find(({ id }) => id === 'tide')?.key;
  const alone = await keyOf(naming);
  const both = await keyOf(naming, base);
  const renamed = await keyOf(naming, { ...base, displayName: 'Tides' });
  const withdrawn = makeEntry({ ...base, name: 'tide-base' }, [
    { version: '1.0.0', status: 'yanked', vscode: { id: 'harbor.tide-base', ...none } },
  ]);
  expect(new Set([alone, both, renamed]).size).toBe(3);
  expect(await keyOf(naming, withdrawn)).toBe(alone);
});
