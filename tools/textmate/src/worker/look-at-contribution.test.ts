import { expect, test } from 'vitest';
import type { LookRequest } from '../looks/look-at.ts';
import { lookAtContribution } from './look-at-contribution.ts';

function requestFor(
  contributes: unknown,
  files: Record<string, unknown>,
  by: Partial<LookRequest> = {},
): LookRequest {
  const texts = new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? content : JSON.stringify(content),
    ]),
  );
  return {
    texts,
    paths: new Set(texts.keys()),
    contributes,
    nth: 0,
    file: null,
    theme: null,
    ...by,
  };
}

const theme = {
  include: './base.json',
  colors: { 'editor.background': '#101010' },
  tokenColors: [{ scope: ['comment'], settings: { foreground: '#11223380', fontStyle: 'italic' } }],
};
const base = {
  colors: { 'editor.background': '#ffffff', 'editor.foreground': '#eeeeee' },
  tokenColors: [
    { scope: 'comment', settings: { foreground: '#ff0000' } },
    { scope: 'keyword', settings: { foreground: '#00ff00' } },
  ],
};
const themed = {
  themes: [{ label: 'Tide', uiTheme: 'vs-dark', path: './themes/tide.json' }],
  languages: [{ id: 'tide', extensions: ['.tide'] }],
  grammars: [{ language: 'tide', scopeName: 'source.tide', path: './tide.json' }],
};
const grammar = {
  scopeName: 'source.tide',
  patterns: [
    { name: 'comment.line.tide', match: '#.*' },
    { name: 'keyword.tide', match: '\\b(?:high|low)\\b' },
  ],
};
const files = { 'themes/tide.json': theme, 'themes/base.json': base, 'tide.json': grammar };
const file = { path: 'a.tide', text: 'low 3 # now\n' };

test('lookAtContribution() colours a sample by a theme and the one that it includes', async () => {
  const look = await lookAtContribution(requestFor(themed, files));
  if (look.kind !== 'theme') throw new Error(look.kind);
  expect(look).toMatchObject({
    label: 'Tide',
    background: '#101010',
    foreground: '#eeeeee',
    file: 'sample.ts',
  });
  const tokens = look.lines.flat();
  expect(tokens[0]).toEqual({
    text: '// Tides of a harbour, by the hour',
    scopes: ['source.ts', 'comment.line.double-slash.ts'],
    foreground: '#11223380',
    styles: ['italic'],
  });
  expect(tokens.find(({ text }) => text === 'import')).toMatchObject({
    foreground: '#00ff00',
    styles: [],
  });
});

test('lookAtContribution() colours a file by a grammar, under the first theme of the extension', async () => {
  const look = await lookAtContribution(requestFor(themed, files, { nth: 1, file }));
  if (look.kind !== 'grammar') throw new Error(look.kind);
  expect(look).toMatchObject({
    label: 'tide',
    theme: 'Tide',
    file: 'a.tide',
    scopeName: 'source.tide',
  });
  expect(look.lines[0]?.map(({ text, foreground }) => [text, foreground])).toEqual([
    ['low', '#00ff00'],
    [' 3 ', '#eeeeee'],
    ['# now', '#11223380'],
  ]);
});

test('lookAtContribution() colours a file of an own language under a theme, and others plain', async () => {
  const own = await lookAtContribution(requestFor(themed, files, { file }));
  expect(own).toMatchObject({ kind: 'theme', scopeName: 'source.tide' });
  const other = await lookAtContribution(
    requestFor(themed, files, { file: { path: 'a.py', text: 'x = 1' } }),
  );
  expect(other).toMatchObject({
    scopeName: null,
    lines: [[{ text: 'x = 1', foreground: '#eeeeee' }]],
  });
});

test.each(['Plain light', 'plain dark'])(
  'lookAtContribution() colours by the built-in theme %s',
  async (label) => {
    const look = await lookAtContribution(
      requestFor(themed, files, { nth: 1, file, theme: label }),
    );
    if (look.kind !== 'grammar') throw new Error(look.kind);
    const colours = look.lines[0]?.map(({ foreground }) => foreground);
    expect(look.theme.toLowerCase()).toBe(label.toLowerCase());
    expect(new Set(colours).size).toBe(3);
  },
);

test('lookAtContribution() takes in grammars that add to another', async () => {
  const added = {
    ...themed,
    grammars: [
      ...themed.grammars,
      { scopeName: 'tide.mark', path: './mark.json', injectTo: ['source.tide'] },
    ],
  };
  const mark = {
    scopeName: 'tide.mark',
    injectionSelector: 'L:source.tide',
    patterns: [{ name: 'keyword.mark', match: '3' }],
  };
  const request = requestFor(added, { ...files, 'mark.json': mark }, { nth: 1, file });
  const look = await lookAtContribution(request);
  if (look.kind !== 'grammar') throw new Error(look.kind);
  expect(look.lines[0]?.[2]).toMatchObject({ text: '3', foreground: '#00ff00' });
});

test('lookAtContribution() finds icons by name, ending, language and kind', async () => {
  const contributes = { iconThemes: [{ id: 'tide', path: './icons.json' }] };
  const icons = {
    fonts: [{ id: 'tide-font', src: [] }],
    iconDefinitions: {
      plain: { iconPath: './p.svg' },
      ts: { fontCharacter: '\\E001', fontColor: '#123456' },
      md: {},
    },
    file: 'plain',
    fileNames: { 'package.json': 'ts' },
    fileExtensions: { ts: 'ts' },
    languageIds: { markdown: 'md' },
    folder: 'plain',
    folderNames: { src: 'ts' },
  };
  const look = await lookAtContribution(requestFor(contributes, { 'icons.json': icons }));
  if (look.kind !== 'icons') throw new Error(look.kind);
  const of = (name: string, kind = 'file') =>
    look.icons.find((one) => one.name === name && one.kind === kind);
  const plain = { definition: 'plain', path: 'p.svg', isMissing: true };
  const ts = { definition: 'ts', character: '\\E001', font: 'tide-font', colour: '#123456' };
  expect(of('package.json')).toMatchObject(ts);
  expect(of('main.ts')).toMatchObject(ts);
  expect(of('README.md')).toMatchObject({ definition: 'md' });
  expect(of('photo.png')).toMatchObject(plain);
  expect(of('src', 'folder')).toMatchObject(ts);
  expect(of('docs', 'folder-expanded')).toMatchObject(plain);
});

test('lookAtContribution() inserts snippets with their defaults', async () => {
  const contributes = { snippets: [{ language: 'tide', path: './tide.json' }] };
  const snippets = {
    Tide: {
      prefix: 'tide',
      description: ['A', 'tide'],
      scope: 'a, b',
      body: ['tide ${1:low}', '\t$1'],
    },
  };
  const look = await lookAtContribution(requestFor(contributes, { 'tide.json': snippets }));
  expect(look).toEqual({
    kind: 'snippets',
    label: 'tide',
    snippets: [
      {
        name: 'Tide',
        prefixes: ['tide'],
        scopes: ['a', 'b'],
        description: 'A\ntide',
        body: 'tide low\n\tlow',
      },
    ],
  });
});

test('lookAtContribution() ends a grammar that goes back and forth, and says at which line', async () => {
  const endless = {
    scopeName: 'source.tide',
    patterns: Array.from({ length: 400 }, (_none, nth) => ({ match: `(?:a+a*)+(?:b|${nth})c` })),
  };
  const text = `\n${'a'.repeat(20_000)}\n`;
  const request = requestFor(
    themed,
    { ...files, 'tide.json': endless },
    { nth: 1, file: { path: 'a.tide', text } },
  );
  await expect(lookAtContribution(request, { milliseconds: 1_500, heap: 512 })).rejects.toThrow(
    /^It was ended at line 2 of a\.tide: it took over 1\.5 seconds/,
  );
  // and the next one is looked at as if nothing had been
  expect(await lookAtContribution(requestFor(themed, files))).toMatchObject({ kind: 'theme' });
});

test.each([
  [
    'a theme that includes itself',
    { 'themes/tide.json': { include: './tide.json' } },
    'includes itself',
  ],
  ['a theme that is not there', {}, 'is not there'],
  [
    'a theme that is no JSON',
    { 'themes/tide.json': '{ "a" }' },
    'themes/tide.json:1:7: Colon expected',
  ],
])('lookAtContribution() says of %s what is wrong', async (_what, those, message) => {
  await expect(lookAtContribution(requestFor(themed, those))).rejects.toThrow(message);
});
