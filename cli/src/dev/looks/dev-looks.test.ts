import { makeFolder } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import type { DevEvent } from '../dev-event.ts';
import { DevLooks, readWish } from './dev-looks.ts';

const manifest = {
  contributes: {
    themes: [{ label: '%dark%', uiTheme: 'vs-dark', path: './dark.json' }],
    languages: [{ id: 'tide', extensions: ['.tide'] }],
    grammars: [{ language: 'tide', scopeName: 'source.tide', path: './tide.json' }],
  },
};
const files = {
  'package.json': JSON.stringify(manifest),
  'package.nls.json': JSON.stringify({ dark: 'Deep water' }),
  'dark.json': JSON.stringify({ colors: { 'editor.background': '#010203' } }),
  'tide.json': JSON.stringify({
    scopeName: 'source.tide',
    patterns: [{ name: 'x', match: 'low' }],
  }),
};

async function open(more: Record<string, string>) {
  const folder = await makeFolder({ ...files, 'workspace/.keep': '', ...more });
  const told: DevEvent[] = [];
  const places = { folder: folder.path, workspace: folder.join('workspace') };
  const looks = new DevLooks({ ...places, emit: (event) => told.push(event) });
  return { looks, told, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

test('DevLooks lists what there is to look at, with texts of package.nls.json', async () => {
  await using opened = await open({});
  opened.looks.tell();
  expect(opened.told).toEqual([
    {
      type: 'contributed',
      items: [
        { kind: 'theme', label: 'Deep water', path: 'dark.json' },
        { kind: 'grammar', label: 'tide', path: 'tide.json' },
      ],
    },
  ]);
});

test.each([
  ['the workspace first', { 'workspace/b.tide': 'low', 'samples/a.tide': 'low' }, 'b.tide'],
  ['the extension then', { 'samples/a.tide': 'low' }, 'samples/a.tide'],
])('DevLooks colours a file of %s', async (_what, more, file) => {
  await using opened = await open(more);
  expect(await opened.looks.show({ what: 'tide', file: '', theme: 'plain light' })).toBe(true);
  expect(opened.told).toMatchObject([
    { type: 'look', look: { kind: 'grammar', theme: 'Plain light', file } },
  ]);
});

test('DevLooks colours the file that an author names, and again as it is now', async () => {
  await using opened = await open({ 'workspace/notes.txt': 'high and low' });
  expect(await opened.looks.show({ what: '2', file: 'notes.txt', theme: '' })).toBe(true);
  expect(await opened.looks.showAgain()).toBe(true);
  const look = { kind: 'grammar', file: 'notes.txt', theme: 'Deep water', background: '#010203' };
  expect(opened.told).toMatchObject([{ look }, { look }]);
});

test.each([
  [{ what: 'Deep wetter', file: '', theme: '' }, 'did you mean Deep water?'],
  [{ what: '7', file: '', theme: '' }, 'There is no 7'],
  [{ what: 'tide', file: '', theme: '' }, 'whose name ends with .tide'],
  [{ what: '1', file: 'lost.ts', theme: '' }, 'There is no file lost.ts'],
])('DevLooks says of %o what is missing', async (wish, message) => {
  await using opened = await open({});
  expect(await opened.looks.show(wish)).toBe(false);
  const fault = { message: expect.stringContaining(message) };
  expect(opened.told).toMatchObject([{ type: 'result', ok: false, fault }]);
});

test('readWish() takes labels in quotes, a file and a theme of several words', () => {
  expect(readWish('"Deep water" a.tide Plain light')).toEqual({
    what: 'Deep water',
    file: 'a.tide',
    theme: 'Plain light',
  });
});
