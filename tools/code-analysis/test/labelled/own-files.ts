import { type LabelledSnippet, named, snippet, unclear } from './labelled-snippet.ts';

/** Workers and loaders of files, of the package and of anywhere. */
export const ownFiles: LabelledSnippet[] = [
  ...[
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(path.join(__dirname, '../../..', 'x.js'));",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(path.resolve(__dirname, '/etc/x.js'));",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(path.join(__dirname, name));",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(path.join(__dirname, 'a', name + '.js'));",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(__dirname + '/' + name);",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(`${__dirname}/${name}`);",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(`${__dirname}/../../x.js`);",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(__dirname + '-evil/x.js');",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(pick(__dirname, 'x.js'));",
    "const { Worker } = require('worker_threads'); const path = require('path');\nconst o = { join: () => '/tmp/x' }; new Worker(o.join(__dirname, 'a.js'));",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker('/tmp/x.js');",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker('./w.js');",
    "const { Worker } = require('worker_threads'); const path = require('path');\nlet f = __filename; f = '/tmp/x'; new Worker(f);",
    "const { Worker } = require('worker_threads'); const path = require('path');\n__dirname = '/tmp'; new Worker(__dirname + '/x.js');",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(new URL('file:///tmp/x.js'));",
    "import { Worker } from 'node:worker_threads'; import path from 'path'; import { fileURLToPath } from 'url';\nnew Worker(new URL(name, import.meta.url));",
    "import { Worker } from 'node:worker_threads'; import path from 'path'; import { fileURLToPath } from 'url';\nnew Worker(new URL('../../x.js', import.meta.url));",
    "import { Worker } from 'node:worker_threads'; import path from 'path'; import { fileURLToPath } from 'url';\nnew Worker(new URL('/x.js', import.meta.url));",
    "import { Worker } from 'node:worker_threads'; import path from 'path'; import { fileURLToPath } from 'url';\nnew Worker(new URL('x.js', base));",
    "import { Worker } from 'node:worker_threads'; import path from 'path'; import { fileURLToPath } from 'url';\nnew Worker(new URL('data:text/javascript,' + code));",
    "import { Worker } from 'node:worker_threads'; import path from 'path'; import { fileURLToPath } from 'url';\nnew Worker(import.meta.resolve(x));",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(__filename, { execArgv: ['-r', '/tmp/x'] });",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(t, { __proto__: { eval: true } });",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(__filename, { __proto__: { execArgv: ['-r', 'x'] } });",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(t, options);",
    "const { Worker } = require('worker_threads'); const path = require('path');\nconst o = { eval: true }; new Worker(t, o);",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(t, { ...o });",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(t, { ['ev' + 'al']: true });",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(t, { get eval() { return true; } });",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(...args);",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(__filename, { env: { NODE_OPTIONS: '-r /tmp/x' } });",
    {
      'main.js':
        "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(path.join(__dirname, 'w.txt'));",
      'w.txt': "require('fs').rmSync('a')",
    },
    {
      'main.js':
        "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(path.join(__dirname, 'w.ts'));",
      'w.ts': "require('fs').rmSync('a')",
    },
    {
      'main.js':
        "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(path.join(__dirname, 'w'));",
      w: "require('fs').rmSync('a')",
    },
    "const { createRequire } = require('module'); createRequire(require('path').join(__dirname, '../../x'))('./y');",
    "const { createRequire } = require('module'); createRequire(__dirname + '/..')('../y');",
  ].map((code) => unclear(named(code), code)),
  ...[
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(path.join(__dirname, 'w.js'));",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(path.resolve(__dirname, './w.js'), { workerData: x });",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(__filename);",
    "const { Worker } = require('worker_threads'); const path = require('path');\nconst f = path.join(__dirname, 'w.js'); new Worker(f, { workerData: 1, stdout: true });",
    "const import_worker = require('worker_threads'), p = __toESM(require('node:path')); new import_worker.Worker((0, p.join)(__dirname, 'w.js'));",
    "const { Worker } = require('worker_threads'); const { join } = require('path'); new Worker(join(__dirname, 'w.js'));",
    "import { Worker } from 'node:worker_threads'; import path from 'path'; import { fileURLToPath } from 'url';\nnew Worker(new URL('./w.js', import.meta.url));",
    "import { Worker } from 'node:worker_threads'; import path from 'path'; import { fileURLToPath } from 'url';\nnew Worker(fileURLToPath(new URL('./w.js', import.meta.url)), { type: 'module' });",
    "import { Worker } from 'node:worker_threads'; import path from 'path'; import { fileURLToPath } from 'url';\nconst here = path.dirname(fileURLToPath(import.meta.url)); new Worker(path.join(here, 'w.js'));",
    "import { Worker } from 'node:worker_threads'; import path from 'path'; import { fileURLToPath } from 'url';\nnew Worker(path.join(import.meta.dirname, 'w.js'));",
    "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(require.resolve('./w.js'));",
    "const { Worker } = require('worker_threads'); const path = require('path');\nexports.activate = (context) => new Worker(context.asAbsolutePath('dist/w.js'));",
    "const { Worker } = require('worker_threads'); const path = require('path');\nexports.activate = (context) => new Worker(path.join(context.extensionPath, 'dist/w.js'));",
    {
      'dist/main.js':
        "const { Worker } = require('worker_threads'); const path = require('path');\nnew Worker(path.join(__dirname, '..', 'w.js'));",
      'main.js': '',
    },
    "var a = { 928: (m) => { m.exports = require('path') }, 1: (m, e, r) => { const p = r(928); const {Worker: W} = require('worker_threads'); new W(p.join(__dirname, 'w.js')) } };",
  ].map((code) => snippet(named(code), code, [])),
];
