import type { Permission } from '@orchestra/core';
import { type LabelledSnippet, named, snippet, unclear } from './labelled-snippet.ts';

/** Code of a page that gives its global object away. */
const lost = "document.title = 'a'; lib(window);";

const show =
  "exports.show = (w, root) => w.asWebviewUri(vscode.Uri.joinPath(root, 'media', 'page.js'));";

const imports =
  "const vscode = require('vscode'), cp = require('child_process'), fs = require('fs'), path = require('path'), vm = require('vm'), { Worker } = require('worker_threads');\n";

/** An extension that gives a file to a page, and does more. */
function withPage(more: string, others: Record<string, string> = {}): Record<string, string> {
  return { 'main.js': `${imports}${show}\n${more}`, 'media/page.js': lost, ...others };
}

function manifest(of: Record<string, unknown>): Record<string, string> {
  return { 'package.json': JSON.stringify(of) };
}

/** What code of pages asks for, where it can't be followed: nobody is held for it. */
const inPages: [LabelledSnippet['code'], Permission[]][] = [
  [withPage(''), ['network']],
  [{ 'main.js': show, 'media/page.js': 'eval(location.hash);' }, ['network']],
  [{ 'main.js': show, 'media/page.js': 'window[location.hash]();' }, ['network']],
  [{ 'main.js': show, 'media/page.js': 'import(location.hash);' }, ['network']],
  [
    { 'main.js': show, 'media/page.js': 'const f = new Function(location.hash); f();' },
    ['network'],
  ],
  [{ 'main.js': show, 'media/page.js': 'lib(document.defaultView, parent, frames);' }, ['network']],
  [{ 'main.js': show, 'media/page.js': "import './lib.js';", 'media/lib.js': lost }, ['network']],
  [
    {
      'main.js': show,
      'media/page.js': "new Worker(new URL('./worker.js', import.meta.url));",
      'media/worker.js': 'lib(self);',
    },
    ['network'],
  ],
  [{ 'main.js': '', 'page.html': '<script src="page.js"></script>', 'page.js': lost }, ['network']],
  [
    {
      'main.js': '',
      'out/renderer.js': lost,
      ...manifest({ contributes: { notebookRenderer: [{ entrypoint: './out/renderer.js' }] } }),
    },
    ['network'],
  ],
  [
    {
      'main.js': '',
      'out/preview.js': lost,
      ...manifest({ contributes: { 'markdown.previewScripts': ['./out/preview.js'] } }),
    },
    ['network'],
  ],
  [withPage("exports.log = (args) => cp.execFile('git', args);"), ['network', 'system.exec']],
  [
    withPage("vscode.window.createTerminal('a').sendText(process.argv[2]);"),
    ['network', 'terminal'],
  ],
  [
    {
      'main.js': `${imports}class Panel { constructor(root) { this.script = path.join(root, 'media', 'page.js'); } get uri() { return this.webview.asWebviewUri(vscode.Uri.file(this.script)); } } cp.exec(process.argv[2]);`,
      'media/page.js': lost,
    },
    ['network', 'system.exec'],
  ],
  [
    {
      'main.js': `${imports}const uriOf = (w, root, parts) => w.asWebviewUri(vscode.Uri.joinPath(root, ...parts)); exports.show = (w, root) => uriOf(w, root, ['media', 'page.js']); cp.exec(process.argv[2]);`,
      'media/page.js': lost,
    },
    ['network', 'system.exec'],
  ],
  [
    {
      'main.js': `${imports}const page = (base) => \`<script src="\${base}/page.js"></script>\`; exports.show = (w, root) => { w.webview.html = page(w.webview.asWebviewUri(vscode.Uri.joinPath(root, 'media'))); }; cp.exec(process.argv[2]);`,
      'media/page.js': lost,
    },
    ['network', 'system.exec'],
  ],
  [
    {
      'main.js': `${imports}function addressOf(webview, context, file) { return webview.asWebviewUri(vscode.Uri.file(path.join(context.extensionPath, file).replace(/\\\\/g, '/'))); } exports.show = (w, c) => { const get = addressOf.bind(undefined, w, c); return get('media/page.js'); }; cp.exec(process.argv[2]);`,
      'media/page.js': lost,
    },
    ['network', 'system.exec'],
  ],
  [
    {
      'main.js': `${imports}exports.show = (w, root) => { const get = (...parts) => w.asWebviewUri(vscode.Uri.file(path.join(root, ...parts))); return get('media', 'page.js'); }; cp.exec(process.argv[2]);`,
      'media/page.js': lost,
    },
    ['network', 'system.exec'],
  ],
  [
    withPage(
      "exports.text = () => fs.readFileSync(path.join(__dirname, 'media', 'page.js'), 'utf8').length;",
    ),
    ['network', 'filesystem.read'],
  ],
];

const policy = "default-src 'none'; script-src 'nonce-a'";
const shown = `const vscode = require('vscode'); const panel = vscode.window.createWebviewPanel('a', 'b', 1, {});
exports.activate = (c) => { const uri = panel.webview.asWebviewUri(vscode.Uri.joinPath(c.extensionUri, 'media', 'page.js')); panel.webview.html = \`<meta http-equiv="Content-Security-Policy" content="${policy}"><script nonce="a" src="\${uri}"></script>\`; };`;

/** Code of pages that can load nothing: a policy of the page forbids it. */
const shielded = [lost, 'eval(location.hash);', 'window[location.hash]();'];

/** A page with a policy that shows another one, which has none, in a frame. */
const framed = (sources: string) => ({
  'main.js': `const vscode = require('vscode'); const panel = vscode.window.createWebviewPanel('a', 'b', 1, {});
exports.activate = (c) => { const w = panel.webview; w.html = \`<meta http-equiv="Content-Security-Policy" content="${sources}"><iframe src="\${w.asWebviewUri(vscode.Uri.joinPath(c.extensionUri, 'in.html'))}"></iframe>\`; };`,
  'in.html': '<script src="page.js"></script>',
  'page.js': lost,
});

/** Code of pages that runs elsewhere too, or that may. */
const elsewhere: [LabelledSnippet['code'], Permission[]][] = [
  [
    withPage(
      "fs.copyFileSync(__dirname + '/media/page.js', __dirname + '/gen.js'); try { require('./gen.js'); } catch {}",
    ),
    ['filesystem.write'],
  ],
  [
    withPage(
      "fs.renameSync(__dirname + '/media', __dirname + '/out'); setTimeout(() => require('./out/page.js'), 1);",
    ),
    ['filesystem.write'],
  ],
  [
    withPage(
      "fs.symlinkSync(__dirname + '/media', __dirname + '/node_modules/tide'); setTimeout(() => require('tide/page.js'), 1);",
    ),
    ['filesystem.write'],
  ],
  [
    withPage("fs.writeFileSync('.git/hooks/pre-commit', 'node ' + __dirname + '/media/page.js');"),
    ['filesystem.write'],
  ],
  [
    withPage("fs.writeFileSync('a', fs.readFileSync(__dirname + '/media/page.js'));"),
    ['filesystem.read', 'filesystem.write'],
  ],
  [
    withPage(
      "vscode.workspace.getConfiguration('a').update('runtimeArgs', ['-r', __dirname + '/media/page.js']);",
    ),
    [],
  ],
  [
    withPage("const name = 'page'; cp.exec(`node ${__dirname}/media/${name}.js`);"),
    ['system.exec'],
  ],
  [withPage("cp.exec('node page', { cwd: path.join(__dirname, 'media') });"), ['system.exec']],
  [
    withPage("const args = []; args.push('media/page.js'); cp.spawnSync('node', args);"),
    ['system.exec'],
  ],
  [
    withPage("process.env.PAGE = __dirname + '/media/page.js'; cp.exec('node $PAGE');"),
    ['system.exec'],
  ],
  [withPage("require('./media/page.js');"), []],
  [withPage("require('./media/page');"), []],
  [withPage("require('./MEDIA/Page.js');"), []],
  [withPage("require('./media/' + process.argv[2]);"), []],
  [withPage('require(process.argv[2]);'), []],
  [withPage("import('./media/page.js');"), []],
  [withPage("import(require('url').pathToFileURL(__dirname + '/media/page.js'));"), []],
  [withPage("const file = path.join(__dirname, 'media', 'page.js'); require(file);"), []],
  [withPage("module.constructor._load(__dirname + '/media/page.js');"), []],
  [withPage("require('module').createRequire(__filename)('./media/page.js');"), []],
  [withPage("require('module').register('./media/page.js', 'file://' + __filename);"), []],
  [
    withPage("vm.runInThisContext(fs.readFileSync(__dirname + '/media/page.js', 'utf8'));"),
    ['filesystem.read'],
  ],
  [
    withPage("(0, eval)(fs.readFileSync(__dirname + '/media/page.js', 'utf8'));"),
    ['filesystem.read'],
  ],
  [
    withPage("new Function(fs.readFileSync(__dirname + '/media/page.js', 'utf8'))();"),
    ['filesystem.read'],
  ],
  [withPage("new Worker(__dirname + '/media/page.js');"), []],
  [withPage("new Worker(path.join(__dirname, 'media', 'page.js'));"), []],
  [withPage('exports.run = (uri) => new Worker(uri.fsPath);'), []],
  [
    withPage("new Worker(__dirname + '/own.js', { execArgv: ['--require', './media/page.js'] });", {
      'own.js': '',
    }),
    [],
  ],
  [withPage("cp.fork(__dirname + '/media/page.js');"), []],
  [
    withPage("exports.run = (context, name) => cp.fork(context.asAbsolutePath('media/' + name));"),
    ['system.exec'],
  ],
  [withPage('exports.run = (file) => cp.fork(file);'), ['system.exec']],
  [withPage("cp.exec('node media/page.js');"), ['system.exec']],
  [withPage("cp.exec(`node ${path.join(__dirname, 'media', 'page.js')}`);"), ['system.exec']],
  [withPage("cp.exec('node ' + path.join(__dirname, 'media', 'page'));"), ['system.exec']],
  [
    withPage("cp.spawn(process.execPath, [path.join(__dirname, 'media', 'page.js')]);"),
    ['system.exec'],
  ],
  [withPage("cp.execFile('bun', ['run', 'media/page.js']);"), ['system.exec']],
  [
    withPage(
      "process.env.NODE_OPTIONS = '--require ' + __dirname + '/media/page.js'; cp.exec(process.argv[2]);",
    ),
    ['system.exec'],
  ],
  [withPage("vscode.window.createTerminal('a').sendText('node media/page.js');"), ['terminal']],
  [
    withPage("vscode.window.createTerminal({ shellPath: 'node', shellArgs: ['media/page.js'] });"),
    ['terminal'],
  ],
  [withPage("new vscode.ShellExecution('node media/page.js');"), ['system.exec']],
  [
    withPage(
      "vscode.debug.startDebugging(undefined, { type: 'node', request: 'launch', name: 'a', program: __dirname + '/media/page.js' });",
    ),
    ['system.exec'],
  ],
  [
    withPage("vscode.env.openExternal(vscode.Uri.file(__dirname + '/media/page.js'));"),
    ['network', 'system.exec'],
  ],
  [
    withPage(
      "new LanguageClient('a', { run: { module: __dirname + '/media/page.js', transport: 1 } });",
    ),
    [],
  ],
  [
    withPage(
      "exports.run = (context) => new LanguageClient('a', { run: { module: context.asAbsolutePath('media/' + process.argv[2]), transport: 1 } });",
    ),
    [],
  ],
  [withPage("require('cluster').setupPrimary({ exec: 'media/page.js' });"), ['system.exec']],
  [withPage("require('./lib');", { 'lib/package.json': '{"main":"../media/page.js"}' }), []],
  [
    withPage("require('tide');", {
      'node_modules/tide/package.json': '{"main":"../../media/page.js"}',
    }),
    [],
  ],
  [withPage("require('#page');", manifest({ imports: { '#page': './media/page.js' } })), []],
  [
    withPage(
      "require('tide/page');",
      manifest({ name: 'tide', exports: { './page': './media/page.js' } }),
    ),
    [],
  ],
  [withPage("require('./lib.js');", { 'lib.js': "require('./media/page.js');" }), []],
  [withPage("require('./media');", { 'media/index.js': "require('./page.js');" }), []],
  [
    withPage("cp.fork(__dirname + '/server.js');", { 'server.js': "import('./media/page.js');" }),
    [],
  ],
  [
    {
      'main.js': `${imports}exports.show = (w, root) => { const uri = vscode.Uri.joinPath(root, 'media', 'page.js'); cp.exec('node ' + uri.fsPath); return w.asWebviewUri(uri); };`,
      'media/page.js': lost,
    },
    ['system.exec'],
  ],
  [
    {
      'main.js': `${imports}class Panel { constructor(root) { this.script = path.join(root, 'media', 'page.js'); } get uri() { return this.webview.asWebviewUri(vscode.Uri.file(this.script)); } run() { cp.execFile('node', [this.script]); } }`,
      'media/page.js': lost,
    },
    ['system.exec'],
  ],
  [
    {
      'main.js': `${imports}const fileOf = (root, name) => path.join(root, 'media', name); exports.show = (w, root) => w.asWebviewUri(fileOf(root, 'page.js')); exports.run = (root) => cp.exec('node ' + fileOf(root, 'page.js'));`,
      'media/page.js': lost,
    },
    ['system.exec'],
  ],
  [
    {
      'main.js': `${imports}const names = ['page.js']; exports.show = (w, root) => names.map((name) => w.asWebviewUri(vscode.Uri.joinPath(root, 'media', name))); names.forEach((name) => cp.exec('node media/' + name));`,
      'media/page.js': lost,
    },
    ['system.exec'],
  ],
  [
    withPage(
      '',
      manifest({
        contributes: { debuggers: [{ type: 'a', program: './media/page.js', runtime: 'node' }] },
      }),
    ),
    [],
  ],
  [
    withPage(
      '',
      manifest({ contributes: { debuggers: [{ type: 'a', windows: { program: 'media/page' } }] } }),
    ),
    [],
  ],
  [withPage('', manifest({ main: './main.js', browser: './media/page.js' })), []],
  [
    withPage(
      '',
      manifest({
        contributes: { configurationDefaults: { 'a.runtimeArgs': ['-r', './media/page.js'] } },
      }),
    ),
    [],
  ],
  [
    withPage('', {
      ...manifest({ contributes: { typescriptServerPlugins: [{ name: 'tide' }] } }),
      'node_modules/tide/index.js': "require('../../media/page.js');",
    }),
    [],
  ],
  [
    {
      'main.js': "require('./out/renderer.js');",
      'out/renderer.js': lost,
      ...manifest({ contributes: { notebookRenderer: [{ entrypoint: './out/renderer.js' }] } }),
    },
    [],
  ],
  [
    {
      'main.js': `${imports}${show} require('./common.js');`,
      'media/page.js': "import '../common.js';",
      'common.js': lost,
    },
    ['network'],
  ],
];

/** Scripts of pages that do what needs more than the network. */
const beyond: [string, Permission[]][] = [
  [
    'lib(window); exports.copy = (of, text) => of.navigator.clipboard.writeText(text);',
    ['network'],
  ],
  ['lib(window); exports.tell = (of, text) => new of.Notification(text);', ['network']],
  ['lib(window); exports.film = (of) => of.navigator.mediaDevices.getUserMedia({});', ['network']],
  [
    'lib(window); exports.find = (of, done) => of.geolocation.getCurrentPosition(done);',
    ['network'],
  ],
  ['navigator.geolocation.getCurrentPosition(lib);', []],
];

/** Code that runs only in pages, and code that seems to. */
export const pageOnly: LabelledSnippet[] = [
  ...inPages.map(([code, needs]) => snippet(named(code), code, needs)),
  ...shielded.map((code) => snippet(code, { 'main.js': shown, 'media/page.js': code }, [])),
  snippet('a frame that a policy forbids', framed("default-src 'none'"), []),
  ...["default-src 'none'; frame-src ${w.cspSource}", 'default-src ${w.cspSource}'].map((sources) =>
    snippet(sources, framed(sources), ['network']),
  ),
  ...elsewhere.map(([code, needs]) => unclear(named(code), code, needs)),
  ...beyond.map(([code, needs]) =>
    unclear(code, { 'main.js': show, 'media/page.js': code }, needs),
  ),
];
