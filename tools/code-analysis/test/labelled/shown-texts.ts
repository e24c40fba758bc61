import { named, snippet } from './labelled-snippet.ts';

const vscode = "const vscode = require('vscode');\n";
const raycast =
  "import { Action, ActionPanel, Detail, Grid, Icon, List, MenuBarExtra, open, showToast } from '@raycast/api'; import { jsx } from 'react/jsx-runtime';\n";

/** Markdown and pictures that an app shows. */
export const shownTexts = [
  ...[
    "new vscode.Hover(new vscode.MarkdownString('![](https://example.com/a.png)'));",
    "new vscode.Hover('![tides](https://example.com/a.png)');",
    "exports.show = (secret) => new vscode.MarkdownString().appendMarkdown('![](https://example.com/?' + secret + ')');",
    'const text = new vscode.MarkdownString(); text.supportHtml = true; text.value = \'<img src="https://example.com/a.png">\';',
    "const text = new vscode.MarkdownString('![](a.png)'); text.baseUri = vscode.Uri.parse('https://example.com/');",
    "const text = new vscode.MarkdownString('![][a]\\n\\n[a]: https://example.com/a.png');",
    "exports.item = { label: 'a', documentation: { kind: 'markdown', value: '![](https://example.com/a.png)' } };",
    "exports.item = new vscode.TreeItem('a'); exports.item.iconPath = vscode.Uri.parse('https://example.com/a.svg');",
    "exports.item = { iconPath: { light: vscode.Uri.parse('https://example.com/a.svg'), dark: vscode.Uri.file('/a') } };",
    "vscode.window.createWebviewPanel('a', 'b', 1).iconPath = vscode.Uri.from({ scheme: 'https', authority: 'example.com', path: '/a.png' });",
    "vscode.window.createTextEditorDecorationType({ gutterIconPath: vscode.Uri.parse('https://example.com/a.svg') });",
    "vscode.window.createTextEditorDecorationType({ before: { contentIconPath: vscode.Uri.file('/a').with({ scheme: 'https', authority: 'example.com' }) } });",
    'vscode.env.asExternalUri(uri);',
    "new vscode.MarkdownString(decode('gnp.a/moc.elpmaxe//:sptth(][!')); function decode(text) { let made = ''; for (let i = text.length - 1; i >= 0; i--) made += text[i]; return made; }",
    "new vscode.MarkdownString(['![](https:', '', 'example.com', 'a.png)'].join('/'));",
    "exports.hover = () => ({ contents: ['![](https://example.com/a.png)'] });",
  ].map((code) => snippet(named(code), `${vscode}${code}`, ['network'])),
  ...[
    "export default () => jsx(Detail, { markdown: '![](https://example.com/a.png)' });",
    'export default ({ secret }) => jsx(Detail, { markdown: `# a\\n![](https://example.com/?${secret})` });',
    "export default () => jsx(List.Item, { title: 'a', icon: 'https://example.com/a.png' });",
    "export default () => jsx(List.Item, { title: 'a', icon: { source: 'https://example.com/a.png' } });",
    "export default () => jsx(List.Item, { title: 'a', icon: { source: { light: 'https://example.com/a.png', dark: Icon.Star } } });",
    'export default ({ name }) => jsx(Grid.Item, { content: `https://example.com/${name}.png` });',
    "export default () => jsx(Grid.Item, { content: { source: 'https://example.com/a.png' } });",
    "export default () => jsx(MenuBarExtra, { icon: 'https://example.com/a.png' });",
    "export default () => jsx(List.Item, { accessories: [{ icon: 'https://example.com/a.png' }] });",
    "export default () => jsx(Action.OpenInBrowser, { url: 'https://example.com' });",
    "export default () => open('https://example.com');",
    "const Row = ({ image }) => jsx(List.Item, { icon: image }); export default () => jsx(Row, { image: 'https://example.com/a.png' });",
    "export default () => jsx(Detail, { markdown: decodeURIComponent(encoded.map((code) => '%' + code).join('')) }); const encoded = ['21', '5b'];",
  ].map((code) => {
    const isUnsupported = code.includes('MenuBarExtra');
    return snippet(named(code), `${raycast}${code}`, isUnsupported ? ['network'] : ['network']);
  }),
  snippet(
    'a picture of an API whose name is put together',
    "const { Detail } = require('@ray' + 'cast/api'); exports.a = { source: decode('gnp.a/moc.elpmaxe//:sptth') }; function decode(of) { return of.split('').reverse().join(''); }",
    ['network'],
  ),
  snippet(
    'a field called source where nothing shows pictures',
    "exports.a = { source: table[x] }; const table = { a: 1 + y, b: x['c'](2) };",
    [],
  ),
  snippet('a path that is opened', `${raycast}export default ({ at }) => open(at);`, [
    'network',
    'system.exec',
  ]),
  snippet(
    'an address in a button of a message',
    `${raycast}export default () => showToast({ title: 'a', primaryAction: { title: 'b', onAction: () => open('https://example.com') } });`,
    ['network', 'notifications'],
  ),
  ...[
    "exports.hover = (word) => new vscode.Hover(new vscode.MarkdownString('**' + word + '**'));",
    'exports.hover = (word) => new vscode.Hover(new vscode.MarkdownString(`[Help](https://example.com/${word})`));',
    "const docs = { a: 'First', b: 'Second' }; exports.hover = (word) => new vscode.Hover(docs[word]);",
    "exports.item = new vscode.TreeItem('a'); exports.item.iconPath = new vscode.ThemeIcon('star');",
    "exports.activate = (context) => { const item = new vscode.TreeItem('a'); item.iconPath = vscode.Uri.joinPath(context.extensionUri, 'a.svg'); return item; };",
    "exports.activate = (context) => { const item = new vscode.TreeItem('a'); item.iconPath = { light: context.asAbsolutePath('a.svg'), dark: context.asAbsolutePath('b.svg') }; return item; };",
    "exports.tell = (range) => { const it = new vscode.Diagnostic(range, 'a'); it.code = { value: 'a', target: vscode.Uri.parse('https://example.com/rules') }; it.source = 'tides'; return it; };",
    "exports.badge = (editor) => editor.insertSnippet(new vscode.SnippetString('![](https://example.com/badge.svg)'));",
    "exports.text = (it) => { const text = new vscode.MarkdownString(); text.appendText(it.name).appendCodeblock(it.code, 'js'); text.appendMarkdown(`\\n\\n${it.docs}`); return text; };",
  ].map((code) => snippet(named(code), `${vscode}${code}`, [])),
  ...[
    "export default () => jsx(Detail, { markdown: '# Tides\\n\\n[Help](https://example.com)' });",
    'export default ({ text }) => jsx(Detail, { markdown: `# ${text.trim()}\\n\\n${text.length}` });',
    "export default () => jsx(List.Item, { title: 'https://example.com', icon: Icon.Star });",
    "export default ({ path }) => jsx(List.Item, { title: 'a', icon: { fileIcon: path } });",
    "export default () => jsx(List.Item, { title: 'a', icon: { source: 'a.png', tintColor: '#fff' } });",
    'export default ({ items }) => items.map((item) => jsx(List.Item, { title: item.name, icon: item.icon }));',
    "export default () => jsx(Detail, { markdown: ['# a', '', '- b'].join('\\n') });",
    "const lines = []; export default ({ items }) => { for (const item of items) lines.push(`- ${item.name}`); return jsx(Detail, { markdown: lines.join('\\n') }); };",
  ].map((code) => snippet(named(code), `${raycast}${code}`, [])),
];
