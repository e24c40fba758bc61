import type { Spoiled } from './good-package.ts';
import { words } from './words.ts';

/** None of these may crash a check or keep it busy. */
// prettier-ignore
export const hostilePackages: [string, Spoiled][] = [
  ['a line of 1 MB', { files: { 'dist/main.js': 'x'.repeat(1024 * 1024), 'README.md': '@'.repeat(1024 * 1024) } }],
  ['millions of invisible characters', { files: { 'dist/main.js': '\u200B'.repeat(3_000_000) } }],
  ['millions of tokens', { files: { 'dist/main.js': `AKIA${'Q7'.repeat(8)} `.repeat(500_000) } }],
  ['millions of emails', { files: { 'README.md': 'a@b.co '.repeat(500_000) } }],
  ['keys of Object.prototype', { text: '{"name":"a","__proto__":{"x":"a@b.co"},"constructor":1,"contributes":{"__proto__":{"p":"./x"}},"engines":{"__proto__":"1"},"scripts":{"__proto__":"x"}}' }],
  ['100,000 permissions', { manifest: { permissions: words(100_000) } }],
  ['100,000 categories', { manifest: { categories: words(100_000) } }],
  ['15,000 commands', { kind: 'raycast', manifest: { commands: words(15_000).map((name) => ({ name, title: 'T', mode: 'view' })) } }],
  ['50,000 missing files', { manifest: { contributes: { a: words(50_000).map((word) => `./${word}`) } }, files: Object.fromEntries(words(5000).map((word) => [`dist/${word}.js`, ''])) }],
  ['a range of 1 MB', { manifest: { engines: { orchestra: '1||'.repeat(300_000) } } }],
  ['bytes that are no UTF-8', { files: { 'README.md': Buffer.alloc(1000, 0xff), 'package.nls.json': Buffer.from([0xe2, 0x80]) } }],
];
