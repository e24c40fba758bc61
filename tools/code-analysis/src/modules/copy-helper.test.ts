import { expect, test } from 'vitest';
import { analyzeCode } from '../analyze-code.ts';

/** Permissions that code needs, and `unresolved` where a person has to look at it. */
function found(text: string): string[] {
  const files = new Map([['main.js', Buffer.from(text)]]);
  const { permissions, unresolved } = analyzeCode({ files, entries: ['main.js'] });
  return [
    ...permissions.map(({ permission }) => permission),
    ...(unresolved.length > 0 ? ['unresolved'] : []),
  ];
}

const wildcard = (more: string) => `function wild(from) {
  if (from && from.__esModule) return from;
  var to = {};
  for (var key in from) if (key !== 'default' && Object.prototype.hasOwnProperty.call(from, key)) { ${more} }
  to.default = from;
  return to;
}`;

test.each([
  ['a value', 'to[key] = from[key];'],
  ['a getter', 'Object.defineProperty(to, key, { get: function () { return from[key]; } });'],
  ['a bound getter', 'Object.defineProperty(to, key, { get: ((k) => from[k]).bind(null, key) });'],
  [
    'a descriptor',
    'var told = Object.getOwnPropertyDescriptor(from, key); Object.defineProperty(to, key, told);',
  ],
])('a helper that copies each member as %s is followed', (_, copies) => {
  const helper = wildcard(copies);
  expect(found(`${helper} wild(require('fs')).rmSync('a');`)).toEqual(['filesystem.write']);
  expect(found(`${helper} wild(require('http')).STATUS_CODES;`)).toEqual([]);
});

test.each([
  ['gives members other names', 'to[key.split("").reverse().join("")] = from[key];'],
  ['takes members by other names', 'to[key] = from[key + "Sync"];'],
  ['uses members', 'to[key] = from[key]; from[key]("a");'],
  ['shows members to others', 'to[key] = from[key]; console.log(shown(from[key]));'],
])('a helper that %s is a person’s to look at', (_, copies) => {
  const helper = wildcard(copies);
  expect(found(`${helper} wild(require('fs')).constants;`)).toContain('unresolved');
});

test('a helper that uses the module itself is seen', () => {
  const helper = wildcard('to[key] = from[key]; from.rmSync("a");');
  expect(found(`${helper} wild(require('fs'));`)).toContain('filesystem.write');
});

test('a helper that keeps the module for others is seen', () => {
  const helper = wildcard('to[key] = from[key]; globalThis.kept = from;');
  expect(found(`${helper} wild(require('fs')); kept.rmSync('a');`)).toContain('filesystem.write');
});

test('a cache that others can read doesn’t hide a module', () => {
  const text = `var cache = new WeakMap(); ${wildcard('to[key] = from[key]; cache.set(from, to);')}
    var fs = require('fs'); wild(fs); cache.get(fs).rmSync('a');`;
  expect(found(text)).not.toEqual([]);
});

test('a member under a fourth name is a person’s to look at, and one under its own isn’t', () => {
  const bind = `function bind(o, m, k, k2) { if (k2 === undefined) k2 = k; Object.defineProperty(o, k2, { get: function () { return m[k]; } }); }`;
  const use = (names: string) =>
    `${bind} var o = {}; bind(o, require('fs'), ${names}); o.run('a');`;
  expect(found(use("'rmSync', 'run'"))).not.toEqual([]);
  expect(found(use("'constants'"))).toEqual([]);
});

test('a copy into a field is followed', () => {
  const star = `function star(m, to) { for (var k in m) to[k] = m[k]; }`;
  const text = `${star} class A { constructor() { this.api = {}; star(require('fs'), this.api); } go() { this.api.rmSync('a'); } }`;
  expect(found(text)).not.toEqual([]);
});

test('what one call passes to a helper doesn’t come out of another', () => {
  const helper = `function plain(ex) { return ex && 'default' in ex ? ex['default'] : ex; }`;
  const text = `${helper} var https = plain(require('https')); var stream = plain(require('stream')); new stream.Readable();`;
  expect(found(text)).toEqual([]);
});
