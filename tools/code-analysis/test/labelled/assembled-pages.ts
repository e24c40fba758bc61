import { type LabelledSnippet, named, snippet } from './labelled-snippet.ts';

const loading: LabelledSnippet['code'][] = [
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js': "exports.build = () => '<img src=//ex.org>';",
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      'exports.build = (w) => page(w); function page(w) { return `<link href="//ex.org/a.css" rel="stylesheet">`; }',
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js': "const part_1 = require('./part'); exports.build = () => part_1.head + part_1.tail;",
    'part.js': "exports.head = '<img src='; exports.tail = '//ex.org>';",
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js': "const part_1 = require('./part'); exports.build = () => `${part_1.default}`;",
    'part.js': "exports.default = '<img src=//ex.org>';",
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      "module.exports.build = build; function build(w, root) { return template.replace(/\\$\\{(\\w+)\\}/g, (_, n) => vars[n]); } const template = '<img src=\"${u}\">', vars = { u: 'https://ex.org' };",
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      "module.exports = { build() { return this.a() + this.b(); }, a() { return '<img '; }, b() { return 'src=//ex.org>'; } };",
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      'exports.build = (w, root) => `<script src="${w.asWebviewUri(root.with({ path: root.path + \'/view.js\' }))}"></script>`;',
    'view.js': 'document.body.innerHTML = window.name;',
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      "exports.build = (w, root) => `<script src=\"${w.asWebviewUri(require('vscode').Uri.joinPath(root, 'view.js'))}\"></script>`;",
    'view.js': "import('./more.js').then((m) => m.run());",
    'more.js': 'export const run = () => { document.body.innerHTML = window.name; };',
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      "exports.build = (w, root) => { const f = ['view'].map((n) => w.asWebviewUri(require('vscode').Uri.joinPath(root, n + '.js'))); return f.map((x) => `<script src=\"${x}\"></script>`).join(''); };",
    'view.js': 'document.body.innerHTML = window.name;',
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      'exports.build = () => `<script>${view}</script>`; const view = String(function () { document.body.innerHTML = window.name; }).slice(13, -1);',
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      "exports.build = () => `<script>(${run.toString()})(${JSON.stringify({ u: 'https://ex.org' })})</script>`; function run(o) { document.images[0].src = o.u; }",
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      'exports.build = () => `<script>const o = ${JSON.stringify(data)}; document.body.innerHTML = o.html;</script>`; const data = { html: process.argv[2] };',
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      'exports.build = () => `<script type="importmap">{"imports":{"a":"https://ex.org/a.js"}}</script><script type="module">import \'a\';</script>`;',
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      'exports.build = () => `<meta http-equiv="refresh" content="1;url=https://ex.org">`;',
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      'exports.build = () => `<iframe src="${host()}"></iframe>`; const host = () => `http://localhost:${process.env.PORT}`;',
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js': 'exports.build = () => `<video src="http://127.0.0.1:8080/a.mp4"></video>`;',
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js': "exports.build = () => `<img src=\"//${['ex', 'org'].join('.')}/a.png\">`;",
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      "exports.build = () => `<img src=\"${Buffer.from('aHR0cHM6Ly9leC5vcmc=', 'base64')}\">`;",
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js': "exports.build = () => `<img src=${'\"'}https://ex.org/a.png${'\"'}>`;",
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      "exports.build = () => tag('img', { src: 'https://ex.org' }); const tag = (n, a) => `<${n}${attrs(a)}>`; const attrs = (a) => Object.entries(a).reduce((s, [k, v]) => `${s} ${k}=\"${v}\"`, '');",
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      "exports.build = () => lines().join('\\n'); const lines = () => { const o = []; const p = o.push.bind(o); p('<img'); p('src=//ex.org>'); return o; };",
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      "exports.build = () => new Doc().img('https://ex.org').text; class Doc { text = ''; img(u) { this.text = `${this.text}<img src=\"${u}\">`; return this; } }",
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      "exports.build = () => { const d = new Doc(); d.lines = [...d.lines, '<img src=//ex.org>']; return d.lines.join(''); }; class Doc { lines = []; }",
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      "const text = { en: '<img src=//ex.org>', de: '<p>' }; exports.build = () => text[require('vscode').env.language] ?? text.en;",
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      "exports.build = () => cond() ? a : b; const cond = () => Date.now() % 2; const a = '<p>', b = '<img src=//ex.org>';",
  },
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w, doc) { w.html = `<img src=\"${doc.uri}\">`; }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nconst show = (w) => void (w.html = '<img src=//ex.org>');",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { const s = w; const k = 'html'; s[k] = ['<img', 'src=//ex.org>'].join(' '); }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { queueMicrotask(() => { w.html = body(); }); } function body() { return `<body>${img('//ex.org')}</body>`; } function img(src) { return '<img src=\"' + src + '\">'; }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = list.map(row).join(''); } const list = ['//ex.org/a']; function row(src, i) { return `<p>${i}<img src=${src}></p>`; }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = Object.values(parts).join(''); } const parts = { a: '<img src=', b: '//ex.org>' };",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = Object.entries(parts).map(([, v]) => v).join(''); } const parts = { a: '<img src=', b: '//ex.org>' };",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = parts.a.concat(parts.b); } const parts = {}; parts.a = '<img src='; parts.b = '//ex.org>';",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = get('b') + get('a'); } function get(k) { return { a: '//ex.org>', b: '<img src=' }[k]; }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = get(1) + get(0); } function get(k) { switch (k) { case 0: return '//ex.org>'; default: return '<img src='; } }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { let t = ''; t = add(t, '<img src='); t = add(t, '//ex.org>'); w.html = t; } function add(a, b) { return a + b; }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { const s = { t: '' }; put(s, '<img src='); put(s, '//ex.org>'); w.html = s.t; } function put(o, x) { o.t = o.t + x; }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { const b = new Uint8Array([60, 98, 62]); w.html = new TextDecoder().decode(b); }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = wrap(wrap('<img src=//ex.org>')); } function wrap(x) { return '<div>' + x + '</div>'; }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = times(2, (i) => ['<img src=', '//ex.org>'][i]); } function times(c, f) { let t = ''; for (let i = 0; i < c; i += 1) t += f(i); return t; }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { const stack = ['//ex.org>', '<img src=']; let t = ''; while (stack.length) t += stack.pop(); w.html = t; }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { const q = { first: '<img src=', next: { first: '//ex.org>', next: null } }; let t = ''; for (let p = q; p; p = p.next) t += p.first; w.html = t; }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = `${'<im'}${'g sr'}${'c=/'}${'/ex'}${'.org>'}`; }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = '<imX src=//ex.org>'.split('X').join('g'); }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = '<IMG SRC=//ex.org>'.toLowerCase(); }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = 'gro.xe//=crs gmi<'.split('').reverse().join('') + '>'; }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = '<img data-src=//ex.org>'.replace('data-', ''); }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = '<p title=\"\"><img src=//ex.org></p>'.replace(/p/g, 'b'); }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = '<b>'.replace('b', (m) => 'img src=//ex.org'); }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = '<b>'.replace(/<b>/, '<i' + 'mg src=//ex.org>'); }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = '&lt;img src=//ex.org&gt;'.replace(/&lt;/g, '<').replace(/&gt;/g, '>'); }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = unescape2('%3Cimg src=//ex.org%3E'); } const unescape2 = (t) => t.replace(/%(..)/g, (_, c) => String.fromCharCode(parseInt(c, 16)));",
  "import { ui, commands } from '@orchestra/api';\ncommands.register('a', () => { const p = ui.createWebviewPanel({ id: 'a', title: 'b', html: '<p>' }); p.html = location(); }); const location = () => '<img src=//ex.org>';",
  "const vscode = require('vscode');\nexports.serialize = { deserializeWebviewPanel: async (panel, state) => { panel.webview.html = state.html; } }; vscode.window.registerWebviewPanelSerializer('a', exports.serialize);",
  "const vscode = require('vscode');\nvscode.window.registerUriHandler({ handleUri(uri) { const p = vscode.window.createWebviewPanel('a', 'b', 1); p.webview.html = `<iframe src=\"${uri.query}\"></iframe>`; } });",
];

const plain: LabelledSnippet['code'][] = [
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      "exports.build = (w, root) => { const at = (...p) => w.asWebviewUri(require('vscode').Uri.joinPath(root, ...p)); return `<link rel=\"stylesheet\" href=\"${at('media', 'a.css')}\"><script src=\"${at('media', 'a.js')}\"></script>`; };",
    'media/a.js': 'document.title = 1;',
    'media/a.css': 'a { color: red }',
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js': "const part_1 = require('./part'); exports.build = () => part_1.head + part_1.tail;",
    'part.js': "exports.head = '<p>'; exports.tail = '</p>';",
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      'exports.build = () => `<script>const o = ${JSON.stringify({ n: 1 })}; document.title = o.n;</script>`;',
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      "exports.build = () => page('Tide', [1, 2]); function page(title, rows) { return `<h1>Tide</h1><ol>${rows.map((r) => `<li>${Number(r)}</li>`).join('')}</ol>`; }",
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      'exports.build = () => `<a href="https://ex.org" title="https://ex.org">x</a><code>&lt;img src=//ex.org&gt;</code>`;',
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      "exports.build = () => icons.map((i) => `<span class=\"codicon codicon-${i}\"></span>`).join(''); const icons = ['add', 'remove'];",
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      'exports.build = (w) => `<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; font-src ${w.cspSource}; style-src ${w.cspSource} \'unsafe-inline\'; script-src ${w.cspSource};"><body>${process.argv[2]}</body>`;',
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      "exports.build = () => { const n = nonce(); return `<script nonce=\"${n}\">document.title = 'x'</script>`; }; function nonce() { let text = ''; const possible = 'ABCabc019'; for (let i = 0; i < 32; i++) { text += possible.charAt(Math.floor(Math.random() * possible.length)); } return text; }",
  },
  {
    'main.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nconst vscode_1 = require('vscode');\nconst html_1 = require('./html');\nfunction activate(context) { context.subscriptions.push(vscode_1.window.registerWebviewViewProvider('v', { resolveWebviewView(view) { view.webview.html = (0, html_1.build)(view.webview, context.extensionUri); } })); }\nexports.activate = activate;\n",
    'html.js':
      "exports.build = () => `<ul>${[...new Set(['a', 'b'])].map((x) => `<li>${x.length}</li>`).join('')}</ul>`;",
  },
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = wrap(wrap('x')); } function wrap(x) { return '<div>' + x + '</div>'; }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w, doc) { w.html = `<p>${esc(doc.uri.path)}</p>`; } function esc(t) { return t.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'); }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = Object.values(parts).join(''); } const parts = { a: '<p>', b: '</p>' };",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { let t = ''; t = add(t, '<p>'); t = add(t, '</p>'); w.html = t; } function add(a, b) { return a + b; }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = '<P>A</P>'.toLowerCase(); w.options = { enableScripts: false }; }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = 'x'.replace('x', '<p>ok</p>'); }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { const rows = []; for (let i = 0; i < 3; i++) rows.push(`<li>${i}</li>`); w.html = `<ul>${rows.join('')}</ul>`; }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { w.html = [1, 2, 3].reduce((t, i) => t + `<li>${i}</li>`, ''); }",
  "const vscode = require('vscode');\nexports.activate = (context) => {\n  const provider = { onDidChange: null, openCustomDocument: (uri) => ({ uri, dispose() {} }), resolveCustomEditor: (doc, panel) => show(panel.webview, doc) };\n  context.subscriptions.push(vscode.window.registerCustomEditorProvider('n', provider));\n};\nfunction show(w) { const d = new Date(0); w.html = `<p>${d.toLocaleDateString('en')}</p>`; }",
  "import { ui, commands } from '@orchestra/api';\ncommands.register('a', () => { const p = ui.createWebviewPanel({ id: 'a', title: 'b', html: '<p>' }); p.html = view(); }); const view = () => '<h1>b</h1>';",
];

/** Pages whose parts come from other modules and functions, some of which load from servers. */
export const assembledPages = [
  ...loading.map((code) => snippet(named(code), code, ['network'])),
  ...plain.map((code) => snippet(named(code), code, [])),
];
