import { expect, test } from 'vitest';
import { checkContributions } from './check-contributions.ts';

const usual = { milliseconds: 60_000, heap: 512 };

/** Codes, severities and places of what is found in a package of these files. */
async function check(contributes: unknown, files: Record<string, unknown>, limits = usual) {
  const bytes = new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      Buffer.from(typeof content === 'string' ? content : JSON.stringify(content, null, 2)),
    ]),
  );
  const found = await checkContributions(
    { files: bytes, manifest: { raw: { contributes } } },
    limits,
  );
  return found.map(({ code, severity, path }) => `${severity} ${code} ${path}`);
}

const themes = [{ label: 'Tide', uiTheme: 'vs-dark', path: './themes/tide.json' }];
const grammars = [{ language: 'tide', scopeName: 'source.tide', path: './tide.tmLanguage.json' }];
const snippets = [{ language: 'tide', path: './tide.code-snippets' }];
const plist = (inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict>${inner}</dict></plist>\n`;

test('checkContributions() takes a theme with comments, trailing commas, a base and every form of colour', async () => {
  const theme = `{
    // of the tide
    "include": "./base.json",
    "colors": { "editor.background": "#123", "a": "#1234", "b": "#123456", "c": "#12345678", "d": null, "e": "default", },
    "tokenColors": [{ "scope": "comment", "settings": { "foreground": "#aabbcc", "fontStyle": "italic bold" } },],
  }`;
  const base = { tokenColors: './base.tmTheme' };
  const rules =
    '<key>settings</key><array><dict><key>settings</key><dict><key>background</key><string>#000000</string></dict></dict></array>';
  const files = {
    'themes/tide.json': theme,
    'themes/base.json': base,
    'themes/base.tmTheme': plist(rules),
  };
  expect(await check({ themes }, files)).toEqual([]);
});

test('checkContributions() finds what keeps a theme from being loaded, and colours that are none', async () => {
  const theme = {
    include: './lost.json',
    colors: { 'editor.background': 'red', 'editor.foreground': '#12345' },
    tokenColors: [
      { scope: 'comment', settings: { foreground: 'rgb(1,2,3)', fontStyle: 'wavy' } },
      7,
    ],
  };
  expect(await check({ themes }, { 'themes/tide.json': theme })).toEqual([
    'error file-missing themes/tide.json:2:14',
    'warning colour-invalid themes/tide.json:4:26',
    'warning colour-invalid themes/tide.json:5:26',
    'warning colour-invalid themes/tide.json:11:23',
    'warning contribution-ignored themes/tide.json:12:22',
    'warning contribution-ignored themes/tide.json:15:5',
  ]);
});

test.each([
  ['that is no JSON', '{ "colors": { "a" "b" } }', 'themes/tide.json:1:19'],
  ['that is a list', '[]', 'themes/tide.json'],
  ['whose colours are a text', '{ "colors": "red" }', 'themes/tide.json:1:13'],
  ['whose rules are a number', '{ "tokenColors": 7 }', 'themes/tide.json:1:18'],
  ['that is nested too deeply', '['.repeat(200_000), 'themes/tide.json'],
])('checkContributions() refuses a theme %s', async (_what, text, place) => {
  const found = await check({ themes }, { 'themes/tide.json': text });
  expect(found).toContain(`error contribution-unreadable ${place}`);
});

test('checkContributions() refuses a TextMate theme that is none', async () => {
  const named = [{ label: 'Tide', uiTheme: 'vs', path: './tide.tmTheme' }];
  const unreadable = ['error contribution-unreadable tide.tmTheme'];
  expect(await check({ themes: named }, { 'tide.tmTheme': 'no list' })).toEqual(unreadable);
  expect(await check({ themes: named }, { 'tide.tmTheme': plist('') })).toEqual(unreadable);
});

test('checkContributions() finds icons that are missing or not defined', async () => {
  const iconThemes = [{ id: 'tide', label: 'Tide', path: './icons.json' }];
  const theme = {
    fonts: [{ id: 'f', src: [{ path: './f.woff', format: 'woff' }] }],
    iconDefinitions: {
      a: { iconPath: './a.svg' },
      b: { fontCharacter: '\\E001', fontColor: 'blue' },
    },
    file: 'a',
    fileExtensions: { ts: 'c' },
    light: { folder: 'd' },
  };
  expect(await check({ iconThemes }, { 'icons.json': theme, 'a.svg': '<svg/>' })).toEqual([
    'warning colour-invalid icons.json:19:20',
    'warning file-missing icons.json:7:19',
    'warning contribution-ignored icons.json:24:11',
    'warning contribution-ignored icons.json:27:15',
  ]);
});

test('checkContributions() refuses themes of icons that VS Code takes none of', async () => {
  const contributes = {
    iconThemes: [{ label: 'Tide', path: './icons.json' }],
    productIconThemes: [{ id: 'p', path: './product.json' }],
  };
  const files = { 'icons.json': '{', 'product.json': { iconDefinitions: {}, fonts: [] } };
  expect(await check(contributes, files)).toEqual([
    'error contribution-unreadable package.json#/contributes/iconThemes/0/id',
    'error contribution-unreadable icons.json:1:2',
    'error contribution-unreadable product.json',
  ]);
});

test('checkContributions() takes a grammar whose includes lead somewhere', async () => {
  const grammar = {
    scopeName: 'source.tide',
    patterns: [
      { include: '#all' },
      { include: '$self' },
      { include: 'source.js' },
      { include: 'source.js#x' },
    ],
    repository: {
      all: {
        begin: '(["\'])',
        end: '(?<!\\\\)\\1',
        patterns: [{ include: '#inner' }],
        repository: { inner: { match: '(?i:tide)\\h\\K' } },
      },
    },
  };
  expect(await check({ grammars }, { 'tide.tmLanguage.json': grammar })).toEqual([]);
});

test('checkContributions() finds another scope, broken expressions and includes that lead nowhere', async () => {
  const grammar = {
    scopeName: 'source.ebb',
    patterns: [
      { match: '(tide' },
      { include: '#lost' },
      { include: 'source.tide#lost' },
      { include: 'source.other#lost' },
    ],
  };
  const rest = { scopeName: 'source.other', patterns: [], repository: { found: { match: 'x' } } };
  const both = [...grammars, { scopeName: 'source.other', path: './other.json' }];
  const files = { 'tide.tmLanguage.json': grammar, 'other.json': rest };
  expect(await check({ grammars: both }, files)).toEqual([
    'error grammar-scope tide.tmLanguage.json:2:16',
    'error expression-invalid tide.tmLanguage.json:5:16',
    'warning include-missing tide.tmLanguage.json:8:18',
    'warning include-missing tide.tmLanguage.json:11:18',
    'warning include-missing tide.tmLanguage.json:14:18',
  ]);
});

test('checkContributions() reads a grammar as plain JSON or as a property list, as VS Code does', async () => {
  expect(
    await check({ grammars }, { 'tide.tmLanguage.json': '{ "scopeName": "source.tide", }' }),
  ).toEqual(['error contribution-unreadable tide.tmLanguage.json:1:31']);
  const named = [{ scopeName: 'source.tide', path: './tide.tmLanguage' }];
  const list = plist('<key>scopeName</key><string>source.tide</string><key>patterns</key><array/>');
  expect(await check({ grammars: named }, { 'tide.tmLanguage': list })).toEqual([]);
});

test('checkContributions() ends what takes too long', async () => {
  const body = '${1:'.repeat(100_000);
  const files = { 'tide.code-snippets': { endless: { body } } };
  const found = await check({ snippets }, files, { milliseconds: 1, heap: 512 });
  expect(found).toEqual(['error contribution-over-limit package.json#/contributes']);
});

test('checkContributions() warns of snippets that VS Code leaves out, and of bodies that may be none', async () => {
  const text = `{
    "whole": { "prefix": ["a", "b"], "body": ["\${1|x,y|} $2", "\${TM_FILENAME/(.*)/\${1:/upcase}/} \\\\$HOME"] },
    "group": { "inner": { "prefix": "c", "body": "$0" } },
    "none": { "prefix": "d" },
    "open": { "prefix": "e", "body": ["one", "\${1:two"] },
    "shell": { "body": "echo $HOME" },
  }`;
  expect(await check({ snippets }, { 'tide.code-snippets': text })).toEqual([
    'warning contribution-ignored tide.code-snippets:4:13',
    'warning snippet-body tide.code-snippets:5:46',
    'warning snippet-body tide.code-snippets:6:24',
  ]);
});

test('checkContributions() warns of expressions of a language that JavaScript doesn’t know', async () => {
  const languages = [{ id: 'tide', configuration: './language.json' }];
  const text = `{ "wordPattern": { "pattern": "(", "flags": "u" }, "folding": { "markers": { "start": "^#" } },
  "brackets": [["(", ")"], ["["]], "autoClosingPairs": [{ "open": "(", "close": ")" }] }`;
  expect(await check({ languages }, { 'language.json': text })).toEqual([
    'warning expression-invalid language.json:1:18',
    'warning contribution-ignored language.json:2:28',
  ]);
});
