import { expect, test } from 'vitest';
import { type AnalysisLimits, analyzePackage } from './analyze-package.ts';

const deep = 100_000;

/** Analyses one file, and tells what is unresolved and used in it. */
async function analyze(text: string, limits?: AnalysisLimits): Promise<string[]> {
  const files = new Map([['main.js', Buffer.from(text)]]);
  const manifest = { entryFiles: [{ pointer: '/main', path: 'main.js' }] };
  const { unresolved, permissions } = await analyzePackage({ files, manifest }, limits);
  return [...unresolved.map(({ reason }) => reason), ...permissions.map((each) => each.permission)];
}

test.each([
  ['arrays', `${'['.repeat(deep)}${']'.repeat(deep)}`],
  ['parentheses', `${'('.repeat(deep)}1${')'.repeat(deep)}`],
  ['blocks', `${'{'.repeat(deep)}${'}'.repeat(deep)}`],
  ['functions', `${'(()=>'.repeat(deep)}1${')'.repeat(deep)}`],
  ['templates', `${'`${'.repeat(deep)}1${'}`'.repeat(deep)}`],
  ['conditions', `${'if(a){}else '.repeat(deep)}{}`],
  ['signs', `a${'+a'.repeat(deep)}`],
])('analyzePackage() of code with nested %s ends, and never passes it', async (_what, text) => {
  const found = await analyze(`${text};fetch('a');`);
  expect(found).toSatisfy((all: string[]) => all.includes('over-limit') || all.includes('network'));
  expect(await analyze("fetch('a');")).toEqual(['network']);
});

test('analyzePackage() reads the manifest of a package without code', async () => {
  const keys = [{ key: 'a', command: 'workbench.action.tasks.runTask', args: 'a' }];
  const text = JSON.stringify({ contributes: { keybindings: keys } });
  const files = new Map([['package.json', Buffer.from(text)]]);
  const { unresolved, permissions } = await analyzePackage({ files, manifest: { entryFiles: [] } });
  expect(permissions.map(({ permission }) => permission)).toEqual(['system.exec']);
  expect(unresolved).toEqual([]);
});

test('analyzePackage() reads one line of 4 MB', async () => {
  const line = 'x=1;y=x+2;z={a:[x,y]};'.repeat(4_000);
  expect(await analyze(`${line}a="${'a'.repeat(4_000_000)}";fetch('a')`)).toEqual(['network']);
}, 60_000);

test.each([
  ['time', { milliseconds: 5, heap: 512 }],
  ['memory', { milliseconds: 60_000, heap: 24 }],
])(
  'analyzePackage() ends code that takes too much %s, and goes on with the next',
  async (_what, limits) => {
    const text = 'x=[1,2,3].map((n)=>n+1);'.repeat(100_000);
    expect(await analyze(text, limits)).toEqual(['over-limit']);
    expect(await analyze("fetch('a');")).toEqual(['network']);
  },
  60_000,
);

test('analyzePackage() reads a small package beside a large one', async () => {
  const ended: string[] = [];
  const large = analyze('x=[1,2,3].map((n)=>n+1);'.repeat(20_000));
  const small = analyze("fetch('a');");
  await Promise.all([large.then(() => ended.push('large')), small.then(() => ended.push('small'))]);
  expect(ended).toEqual(['small', 'large']);
});

test('analyzePackage() does not read code of over 5 MB, and says so', async () => {
  expect(await analyze(' '.repeat(5 * 1024 * 1024 + 1))).toEqual(['over-limit']);
});

test.each([
  ['is loaded by its name', "require('./lib.txt');"],
  ['is loaded without an ending', "require('./lib');"],
  ['is imported lazily', "import('./lib.txt');"],
  ['is started as a program', "require('child_process').fork(`${__dirname}/lib`);"],
  ['is a worker', "new (require('worker_threads').Worker)(`${__dirname}/lib.txt`);"],
  [
    'is a language server',
    "new LanguageClient('a', { run: { module: context.asAbsolutePath('lib'), transport: 1 } });",
  ],
])('analyzePackage() passes no code in a file of another kind that %s', async (_how, text) => {
  const code = "require('node:fs').rmSync('/home', { recursive: true });";
  const files = filesOf({ 'main.js': text, lib: code, 'lib.txt': code });
  const entries = { entryFiles: [{ pointer: '/main', path: 'main.js' }] };
  const { unresolved } = await analyzePackage({ files, manifest: entries });
  expect(unresolved.map(({ reason }) => reason)).toEqual(['unreadable']);
});

test('analyzePackage() takes files of another kind for data where nothing runs them', async () => {
  const files = filesOf({ 'main.js': "require('./lib');", 'lib.js': '', 'lib.txt': 'fork' });
  const entries = { entryFiles: [{ pointer: '/main', path: 'main.js' }] };
  const { unresolved } = await analyzePackage({ files, manifest: entries });
  expect(unresolved).toEqual([]);
});

function filesOf(texts: Record<string, string>): Map<string, Uint8Array> {
  return new Map(Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)]));
}
