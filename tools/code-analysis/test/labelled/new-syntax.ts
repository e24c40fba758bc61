import { type LabelledSnippet, named, snippet, unclear } from './labelled-snippet.ts';

const bytes = "require('fs').readFileSync('m.wasm')";
const removes = "fs.rmSync('a');";

/** Syntax that is newer than most parsers, and which of it reaches the world. */
export const newSyntax: LabelledSnippet[] = [
  snippet(
    'a module that is compiled and given nothing',
    {
      'main.js':
        "import source m from './m.wasm'; export const { run } = new WebAssembly.Instance(m).exports;",
      'm.wasm': 'x',
    },
    [],
  ),
  snippet(
    'a module that is compiled and given a function that removes files',
    {
      'main.js':
        "import source m from './m.wasm'; import fs from 'node:fs'; new WebAssembly.Instance(m, { env: { remove: fs.rmSync } });",
      'm.wasm': 'x',
    },
    ['filesystem.write'],
  ),
  snippet(
    'a module that is compiled by a call, and given the network',
    {
      'main.js':
        "const m = await import.source('./m.wasm'); await WebAssembly.instantiate(m, { env: { fetch } });",
      'm.wasm': 'x',
    },
    ['network'],
  ),
  unclear('a module that is run by the import, and imports what it likes', {
    'main.js': "import * as m from './m.wasm'; m.run();",
    'm.wasm': 'x',
  }),
  unclear('a source of a file of another kind', {
    'main.js': "import source m from './m.bin'; m();",
    'm.bin': 'x',
  }),
  unclear('a source by a name that nobody knows', 'export const m = await import.source(name);'),
  unclear('a source from outside of the package', "import source m from 'file:///m.wasm'; m;"),
  snippet(
    'names that are no phases',
    "import source, { a } from './a.js'; import defer from './a.js';",
    [],
  ),
  snippet(
    'the default of a module that is called source',
    "import source from 'node:fs'; source.rmSync('a');",
    ['filesystem.write'],
  ),
  ...[
    `import defer * as fs from 'node:fs'; ${removes}`,
    `import.defer('node:fs').then((fs) => { ${removes} });`,
    `const fs = await import.defer('node:fs'); ${removes}`,
    `import fs from 'node:fs' with { type: 'text' }; ${removes}`,
    `const fs = await import('node:fs', { with: {} }); ${removes}`,
    `import { 'rmSync' as go } from 'node:fs'; go('a');`,
    `using fs = require('node:fs'); ${removes}`,
    `async function run() { await using fs = require('node:fs'); ${removes} }`,
    `import * as all from 'node:fs'; for (using fs of [all]) { ${removes} }`,
    `import * as fs from 'node:fs'; await using x = fs.rmSync('a');`,
    `import fs from 'node:fs'; class A { static { ${removes} } static #x = 1; has(o) { return #x in o; } }`,
    `import fs from 'node:fs'; if (import.meta.main) fs.rmSync(import.meta.dirname + import.meta.filename);`,
    `#!/usr/bin/env node\nconst fs = require('node:fs'); ${removes}`,
    `import fs from 'node:fs'; await 1; for await (const x of []) ${removes}`,
    `import fs from 'node:fs'; /[\\p{L}--[a-z]]/v.test('') || /(?i:a)b/.test('') || /(?<y>a)|(?<y>b)/.test(''); ${removes}`,
    `with ({}) { require('node:fs').rmSync('a'); }`,
    `return require('node:fs').rmSync('a');`,
    `<!-- the old way\nrequire('node:fs').rmSync('a');\n--> and its end`,
  ].map((code) => snippet(named(code), code, ['filesystem.write'])),
  snippet(
    'what a file defers is what it exports',
    {
      'main.js': "import defer * as own from './own.js'; own.fs.rmSync('a');",
      'own.js': "export * as fs from 'node:fs';",
    },
    ['filesystem.write'],
  ),
  snippet(
    'a comment as in HTML, in a script',
    "<!-- require('node:fs').rmSync('a')\nmodule.exports = 1;",
    [],
  ),
  unclear(
    'a comment as in HTML that hides code from modules',
    "const x = 1; // import\nx <!-- /*\nrequire('node:fs').rmSync('a'); /* */ y",
  ),
  unclear(
    'a comment as in HTML that hides code from scripts',
    "// import\nx <!-- y || globalThis.process.getBuiltinModule('fs').rmSync('a')",
  ),
  unclear('decorators', '@tide class A {}'),
  snippet('reads a module before it compiles it', `new WebAssembly.Module(${bytes});`, [
    'filesystem.read',
  ]),
];
