import { named, snippet } from './labelled-snippet.ts';

const vscode = "const vscode = require('vscode'), fs = require('fs'), path = require('path');\n";
const panel =
  "const panel = vscode.window.createWebviewPanel('a', 'b', 1, { enableScripts: true });\n";
const policy =
  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src ${webview.cspSource}; style-src ${webview.cspSource} 'unsafe-inline'; script-src 'nonce-${nonce}';\">";
const nonce =
  "function getNonce() { let text = ''; const possible = 'ABCDEFabcdef0123456789'; for (let i = 0; i < 32; i++) text += possible.charAt(Math.floor(Math.random() * possible.length)); return text; }\n";

/** Extensions of VS Code that show pages. */
export const webviews = [
  ...[
    `${panel}panel.webview.html = '<img src="https://example.com/a.png">';`,
    `${panel}panel.webview.html = '<body><script>fetch("https://example.com")</script></body>';`,
    `${panel}panel.webview['ht' + 'ml'] = '<script src=https://example.com/a.js></script>';`,
    `${panel}Reflect.set(panel.webview, 'html', '<img src=https://example.com/a>');`,
    `${panel}Object.assign(panel.webview, { html: '<img src=https://example.com/a>' });`,
    `${panel}({ page: panel.webview.html } = { page: '<img src=https://example.com/a>' });`,
    `${panel}[panel.webview.html] = [process.argv[2]];`,
    `${panel}panel.webview[process.argv[2]] = process.argv[3];`,
    `${panel}const { webview: page } = panel; page.html = Buffer.from('PGltZyBzcmM9Imh0dHBzOi8vZXhhbXBsZS5jb20vYSI+', 'base64').toString();`,
    `${panel}panel.webview.html = \`<h1>\${vscode.workspace.getConfiguration('a').get('b')}</h1>\`;`,
    `${panel}panel.webview.html = '<meta http-equiv="Content-Security-Policy" content="default-src \\'none\\'; img-src https:">' + vscode.window.activeTextEditor.document.getText();`,
    `${panel}panel.webview.html = '<!-- <meta http-equiv="Content-Security-Policy" content="default-src \\'none\\'"> -->' + vscode.window.activeTextEditor.document.getText();`,
    `${panel}panel.webview.html = '<p>a</p><meta http-equiv="Content-Security-Policy" content="default-src \\'none\\'">' + vscode.window.activeTextEditor.document.getText();`,
    `${panel}panel.webview.html = vscode.window.activeTextEditor.document.getText() + '<meta http-equiv="Content-Security-Policy" content="default-src \\'none\\'">';`,
    `${panel}panel.webview.html = (debug ? '' : '<meta http-equiv="Content-Security-Policy" content="default-src \\'none\\'">') + vscode.window.activeTextEditor.document.getText();`,
    `${panel}const page = '<meta http-equiv="Content-Security-Policy" content="default-src \\'none\\'">' + process.argv[2]; panel.webview.html = page.replace("'none'", '*');`,
    `${panel}const { webview } = panel; webview.html = \`<link rel="stylesheet" href="\${webview.asWebviewUri(vscode.Uri.parse('https://example.com/a.css'))}">\`;`,
    "exports.activate = () => vscode.window.registerWebviewViewProvider('a', { resolveWebviewView(view) { view.webview.html = '<style>@import url(//example.com/a.css)</style>'; } });",
    `${panel}const show = (to) => { to.html = '<img src=https://example.com/a>'; }; show(panel.webview);`,
    `${panel}panel.webview.html = decode([60, 105]); function decode(codes) { let text = ''; for (const code of codes) text += String.fromCharCode(code); return text; }`,
  ].map((code) => snippet(named(code), `${vscode}${code}`, ['network'])),
  snippet(
    'a page in a file of the package, with a picture of a server',
    {
      'main.js': `${vscode}exports.activate = (context) => { ${panel} panel.webview.html = fs.readFileSync(path.join(context.extensionPath, 'page.html'), 'utf8'); };`,
      'page.html': '<p>a</p><img src="https://example.com/a.png">',
    },
    ['network', 'filesystem.read'],
  ),
  snippet(
    'a page that shows what it is sent, without a policy',
    {
      'main.js': `${vscode}exports.activate = (context) => { ${panel} const { webview } = panel; webview.html = \`<body><script src="\${webview.asWebviewUri(vscode.Uri.joinPath(context.extensionUri, 'page.js'))}"></script></body>\`; };`,
      'page.js': "addEventListener('message', ({ data }) => { document.body.innerHTML = data; });",
    },
    ['network'],
  ),
  snippet(
    'a page that shows what it is sent, with a policy',
    {
      'main.js': `${vscode}${nonce}exports.activate = (context) => { ${panel} const { webview } = panel; const nonce = getNonce(); webview.html = \`<!DOCTYPE html><html><head><meta charset="UTF-8">${policy}</head><body><script nonce="\${nonce}" src="\${webview.asWebviewUri(vscode.Uri.joinPath(context.extensionUri, 'page.js'))}"></script></body></html>\`; };`,
      'page.js':
        "addEventListener('message', ({ data }) => { document.body.innerHTML = data; const it = new Option(); it.src = data; });",
    },
    [],
  ),
  snippet(
    'a page in a file of the package, with parts to fill in',
    {
      'main.js': `${vscode}${nonce}exports.activate = (context) => { ${panel} const { webview } = panel; let html = fs.readFileSync(path.join(context.extensionPath, 'media', 'page.html'), 'utf8'); html = html.replace(/{{nonce}}/g, getNonce()).replace('{{csp}}', webview.cspSource).replace('{{script}}', webview.asWebviewUri(vscode.Uri.file(path.join(context.extensionPath, 'page.js'))).toString()); webview.html = html; };`,
      'media/page.html':
        '<html><head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; script-src \'nonce-{{nonce}}\'; img-src {{csp}}"></head><body><script nonce="{{nonce}}" src="{{script}}"></script></body></html>',
    },
    ['filesystem.read'],
  ),
  ...[
    `${panel}panel.webview.html = '<h1>Tides</h1>';`,
    `${panel}panel.webview.html = '<h1>Tides</h1><a href="https://example.com">Help</a>';`,
    `${nonce}class Panel { constructor(panel, extensionUri) { this._panel = panel; this._extensionUri = extensionUri; this._update(); } _update() { this._panel.webview.html = this._getHtml(this._panel.webview); } _getHtml(webview) { const scriptUri = webview.asWebviewUri(vscode.Uri.joinPath(this._extensionUri, 'media', 'main.js')); const nonce = getNonce(); return \`<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8"><!-- a policy -->${policy}<title>Tides</title></head><body><h1 id="count">0</h1><script nonce="\${nonce}" src="\${scriptUri}"></script></body></html>\`; } }\nexports.activate = (context) => new Panel(vscode.window.createWebviewPanel('a', 'b', 1), context.extensionUri);`,
    `const render = (webview, title) => { const nonce = require('crypto').randomBytes(16).toString('base64'); return \`<html><head>${policy}</head><body><h1>\${title}</h1><script nonce="\${nonce}">const vscode = acquireVsCodeApi(); document.querySelector('h1').innerHTML = 'a';</script></body></html>\`; };\nexports.show = (name) => { ${panel} panel.webview.html = render(panel.webview, name); };`,
    `exports.activate = (context) => { ${panel} const { webview } = panel; webview.html = \`<body><img src="\${webview.asWebviewUri(vscode.Uri.joinPath(context.extensionUri, 'a.png'))}" width="\${Math.round(20.5)}"></body>\`; };`,
    `${panel}panel.webview.html = \`<ul>\${['a', 'b'].map((name) => \`<li>\${name}</li>\`).join('')}</ul>\`;`,
    `const escape = (text) => String(text).replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]);\nexports.show = (name) => { ${panel} panel.webview.html = \`<h1>\${escape(name)}</h1>\`; };`,
    `const number = new Intl.NumberFormat();\nexports.show = (lines) => { ${panel} panel.webview.html = \`<td>\${number.format(lines)}</td><td>\${new Intl.DateTimeFormat('en').format(Date.now())}</td>\`; };`,
    `const parse = (html) => ({ html }); exports.run = (text) => parse(text).html;`,
    `exports.make = (editor) => editor.insertSnippet(new vscode.SnippetString('<script src="https://example.com/a.js"></script>'));`,
  ].map((code) =>
    snippet(named(code), `${vscode}${code}`, code.includes('insertSnippet') ? [] : []),
  ),
  ...[
    `exports.show = (names) => { ${panel} panel.webview.html = new Intl.ListFormat('en').format(names); };`,
    `let number = new Intl.NumberFormat(); exports.set = (other) => { number = other; };\nexports.show = (lines) => { ${panel} panel.webview.html = number.format(lines); };`,
  ].map((code) => snippet(named(code), `${vscode}${code}`, ['network'])),
];
