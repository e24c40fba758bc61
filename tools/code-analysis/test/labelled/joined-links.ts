import { snippetBehind } from './labelled-snippet.ts';

const editor = "const vscode = require('vscode');\n";

/** Links that repetition, an order or what stands between them makes pictures of. */
const hidden = [
  "exports.h = (l) => new vscode.MarkdownString(l.map((x) => x + '[x](https://ex.org/a)!').join(''));",
  "exports.h = (l) => new vscode.MarkdownString(l.reduce((t, x) => t + '[x](https://ex.org/a)!', ''));",
  "exports.h = (l) => new vscode.MarkdownString(Array(3).fill('[x](https://ex.org/a)').join('!'));",
  "exports.h = (l) => new vscode.MarkdownString(new Array(3).fill('[x](https://ex.org/a)!').join(''));",
  "exports.h = (l) => new vscode.MarkdownString(l.flatMap((x) => ['!', '[x](https://ex.org/a)']).join(''));",
  "exports.h = (l) => new vscode.MarkdownString(l.map((x) => ['!', '[x](https://ex.org/a)']).flat().join(''));",
  "exports.h = (l) => new vscode.MarkdownString(l.map((x) => ['[x](https://ex.org/a)', '!']).flat().join(''));",
  "exports.h = (l) => new vscode.MarkdownString(l.map((x) => [x, '[x](https://ex.org/a)!'].join('')).join(''));",
  "exports.h = (l) => new vscode.MarkdownString(Array.from(l, (x) => '[x](https://ex.org/a)').join('!'));",
  "exports.h = (x) => new vscode.MarkdownString('Hi!' + x + '[x](https://ex.org/a)');",
  "exports.h = (l) => new vscode.MarkdownString(l.map((x) => '[x](https://ex.org/a)').reverse().join('!'));",
  "exports.h = (l) => new vscode.MarkdownString(l.map((x) => '[x](https://ex.org/a)').filter(Boolean).join('!'));",
  "exports.h = (l) => { const a = []; for (const x of l) a.push('[x](https://ex.org/a)'); return new vscode.MarkdownString(a.join('!')); }",
  "exports.h = (l) => { const a = []; l.forEach((x) => a.push('!', '[x](https://ex.org/a)')); return new vscode.MarkdownString(a.join('')); }",
  "exports.h = (l) => { const a = []; l.forEach((x) => a.push('[x](https://ex.org/a)', '!')); return new vscode.MarkdownString(a.join('')); }",
  "exports.h = (l, s) => new vscode.MarkdownString(l.map((x) => '[x](https://ex.org/a)').join(s ? '!' : ''));",
  "exports.h = (l) => new vscode.MarkdownString(l.map((x) => '[' + (x ? 'a' : 'b') + '](' + (x ? 'https://ex.org/a' : 'b') + ')').join('!'));",
  "exports.h = (l) => new vscode.MarkdownString('Look!' + l.map((x) => '[' + (x ? 'a' : 'b') + '](' + (x ? 'https://ex.org/a' : 'b') + ')').join(''));",
  "exports.h = (l) => new vscode.MarkdownString(l.map((x) => '[a](' + (x ? 'https://ex.org/a' : 'b') + ')' + (x ? '!' : '.')).join(''));",
  "exports.h = (l) => new vscode.MarkdownString(l.map((x) => '![' + x).join('') + '](https://ex.org/a)');",
  "exports.h = (l) => new vscode.MarkdownString(Array.from({ length: 3 }, () => '[x](https://ex.org/a)!').join(''));",
  'exports.h = (l) => new vscode.MarkdownString(l.reduce((t, x) => `${t}[x](https://ex.org/a)!`));',
  "exports.h = (n) => { const f = (i) => (i ? '[x](https://ex.org/a)!' + f(i - 1) : ''); return new vscode.MarkdownString(f(n)); };",
  "exports.h = (n) => { const f = (i) => (i ? f(i - 1) + '[x](https://ex.org/a)!' : ''); return new vscode.MarkdownString(f(n)); };",
  "exports.h = (l) => { const m = new vscode.MarkdownString(); for (const x of l) m.appendMarkdown('[x](https://ex.org/a)!'); return m; };",
  "exports.h = (l) => { let t = ''; let i = 0; while (i++ < 3) t = t + '[x](https://ex.org/a)!'; return new vscode.MarkdownString(t); };",
  "exports.h = (l) => { let t = ''; l.forEach(() => { t += '[x](https://ex.org/a)!'; }); return new vscode.MarkdownString(t); };",
  "exports.h = (l) => { let t = ''; const add = (s) => { t += s; }; add('Hi!'); add('[x](https://ex.org/a)'); return new vscode.MarkdownString(t); };",
];

/** Links that stay links, which people open. */
const plain = [
  "exports.h = (l) => new vscode.MarkdownString(l.map((r) => `[${r.a ? 'a' : 'b'}](${r.a ? 'https://ex.org/a' : 'https://ex.org/b'})`).join(' | '));",
  "const d = [{ name: 'x', url: 'https://ex.org/x' }, { name: 'y', url: 'https://ex.org/y' }]; exports.h = () => new vscode.MarkdownString(d.map((r) => `[${r.name}](${r.url})`).join('\\n'));",
  "exports.h = (l) => new vscode.MarkdownString(l.map((r) => (r ? 'Done!' : 'Failed!')).join('\\n'));",
  "exports.h = (l) => new vscode.MarkdownString('Done! See ' + l.map((r) => `[a](${r ? 'https://ex.org/a' : 'https://ex.org/b'})`).join(', '));",
  "exports.h = (l) => { let t = ''; for (const r of l) t += `- [a](${r ? 'https://ex.org/a' : 'https://ex.org/b'})\\n`; return new vscode.MarkdownString(t); }",
];

/** Links of Markdown, several of which are put together. */
export const joinedLinks = [
  ...hidden.map(snippetBehind(editor, ['network'])),
  ...plain.map(snippetBehind(editor, [])),
];
