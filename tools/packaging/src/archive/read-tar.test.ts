import { Header } from 'tar';
import { expect, test } from 'vitest';
import { paxRecord, type RawEntry, tar, tarEnd, tarEntry } from '../../test/tar-blocks.ts';
import { defaultLimits } from '@orchestra/core';
import { readTar } from './read-tar.ts';

const file: RawEntry = { path: 'a.txt', body: 'tide' };
const pax = (...records: [key: string, value: string][]): RawEntry => ({
  path: 'PaxHeader/a',
  type: 'x',
  body: records.map(([key, value]) => paxRecord(key, value)).join(''),
});
const longPath = `dist/${'long/'.repeat(30)}über.txt`;

// prettier-ignore
test.each<[string, RawEntry[], string[]]>([
  ['a file', [file], ['a.txt']],
  ['an old file', [{ ...file, type: '\0' }], ['a.txt']],
  ['folders around a file', [{ path: 'dist/', type: '5' }, { path: 'dist/a.js' }], ['dist/a.js']],
  ['a folder behind what is in it', [{ path: 'dist/a.js' }, { path: 'dist', type: '5' }], ['dist/a.js']],
  ['a path of a pax header', [pax(['path', longPath]), file], [longPath]],
  ['a path of a pax header for a folder alone', [pax(['path', 'dist/']), { path: 'd', type: '5' }, { path: 'dist/a.js' }], ['dist/a.js']],
  ['times and owners of a pax header', [pax(['mtime', '1.5'], ['uname', 'x'], ['comment', 'x']), file], ['a.txt']],
  ['a GNU long name', [{ path: '././@LongLink', type: 'L', body: `${longPath}\0` }, file], [longPath]],
  ['nothing', [], []],
])('readTar() reads %s', (_what, entries, paths) => {
  const { files, problems } = readTar(tar(...entries), defaultLimits);
  expect(problems).toEqual([]);
  expect([...files.keys()]).toEqual(paths);
});

test('readTar() gives the bytes of every file', () => {
  const body = Buffer.from(Array.from({ length: 1000 }, (_, nth) => nth % 256));
  const { files } = readTar(tar({ path: 'a', body }, file), defaultLimits);
  expect(Buffer.from(files.get('a') ?? [])).toEqual(body);
  expect(Buffer.from(files.get('a.txt') ?? []).toString()).toBe('tide');
});

// prettier-ignore
test.each<[code: string, string, RawEntry[]]>([
  ['archive-link', 'a symbolic link', [{ path: 'a', type: '2', linkpath: '/etc/passwd' }]],
  ['archive-link', 'a hard link', [file, { path: 'b', type: '1', linkpath: 'a.txt' }]],
  ['archive-link', 'a GNU long link', [{ path: '././@LongLink', type: 'K', body: 'x\0' }]],
  ['archive-entry-type', 'a character device', [{ path: 'null', type: '3' }]],
  ['archive-entry-type', 'a block device', [{ path: 'sda', type: '4' }]],
  ['archive-entry-type', 'a pipe', [{ path: 'pipe', type: '6' }]],
  ['archive-entry-type', 'a GNU sparse file', [{ path: 'sparse', type: 'S' }]],
  ['archive-entry-type', 'a type that nobody knows', [{ path: 'x', type: '?' }]],
  ['archive-entry-type', 'a global pax header', [{ ...pax(['comment', 'x']), type: 'g' }]],
  ['archive-path', 'an absolute path', [{ path: '/etc/passwd' }]],
  ['archive-path', 'a drive', [{ path: 'C:/Windows/x' }]],
  ['archive-path', 'a path that leaves', [{ path: '../../x' }]],
  ['archive-path', 'a path that leaves later', [{ path: 'dist/../../x' }]],
  ['archive-path', 'a folder that leaves', [{ path: '../dist/', type: '5' }]],
  ['archive-path', 'a dot', [{ path: './a' }]],
  ['archive-path', 'an empty part', [{ path: 'dist//a' }]],
  ['archive-path', 'no path', [{ path: '' }]],
  ['archive-path', 'a backslash', [{ path: '..\\..\\x' }]],
  ['archive-path', 'a NUL in a GNU long name', [{ path: 'L', type: 'L', body: 'a.txt\0/../x\0' }, file]],
  ['archive-path', 'a line break', [{ path: 'a\nb' }]],
  ['archive-path', 'an escape sequence', [{ path: '\u001B[2Ja' }]],
  ['archive-path', 'a text that runs backwards', [{ path: 'a\u202Egpj.js' }]],
  ['archive-path', 'an invisible character', [{ path: 'a\u200Bb' }]],
  ['archive-path', 'bytes that are no UTF-8', [{ ...pax(), body: Buffer.from('12 path=a\xFFb\n', 'latin1') }, file]],
  ['archive-path', 'a device of Windows', [{ path: 'dist/NUL.txt' }]],
  ['archive-path', 'a trailing dot', [{ path: 'dist./a' }]],
  ['archive-path', 'a path of 600 characters', [pax(['path', 'a/'.repeat(300) + 'a']), file]],
  ['archive-path', 'a GNU long name of 1 MB', [{ path: 'L', type: 'L', body: 'a'.repeat(1024 * 1024) }]],
  ['archive-duplicate', 'a path that stands twice', [file, file]],
  ['archive-duplicate', 'a folder that stands twice', [{ path: 'd', type: '5' }, { path: 'd/', type: '5' }]],
  ['archive-duplicate', 'a file and a folder of one name', [{ path: 'd' }, { path: 'd', type: '5' }]],
  ['archive-duplicate', 'a file that others lie in', [{ path: 'd' }, { path: 'd/a' }]],
  ['archive-duplicate', 'a file where others lie already', [{ path: 'd/a' }, { path: 'd' }]],
  ['path-collision', 'paths that differ by case', [file, { path: 'A.TXT' }]],
  ['path-collision', 'folders that differ by case', [{ path: 'd/a' }, { path: 'D/b' }]],
  ['path-collision', 'paths that differ by Unicode form', [{ path: 'u\u0308' }, { path: '\u00FC' }]],
  ['path-collision', 'letters that are one in upper case', [{ path: 'straße' }, { path: 'STRASSE' }]],
  ['archive-entry-type', 'a pax header that changes a size', [pax(['size', '1']), file]],
  ['archive-entry-type', 'a pax header that makes a link', [pax(['linkpath', '/etc/passwd']), file]],
  ['archive-entry-type', 'a pax header of a sparse file', [pax(['GNU.sparse.name', 'x']), file]],
  ['archive-entry-type', 'a pax header that is too long', [pax(['comment', 'x'.repeat(70_000)]), file]],
  ['archive-entry-type', 'a pax header with a NUL', [pax(['path', 'a\0b']), file]],
  ['archive-entry-type', 'a pax record that says too little', [{ ...pax(), body: '9 path=a.txt\n' }, file]],
  ['archive-entry-type', 'a pax record that says too much', [{ ...pax(), body: '99 path=a.txt\n' }, file]],
  ['archive-entry-type', 'a pax record without its line break', [{ ...pax(), body: '11 path=abc' }, file]],
  ['archive-entry-type', 'a pax record that hides another', [{ ...pax(), body: paxRecord('comment', `x\n${paxRecord('path', '../x')}`) }, file]],
  ['archive-entry-type', 'a pax record without a length', [{ ...pax(), body: 'path=a.txt\n' }, file]],
  ['archive-mode', 'a program that runs as its owner', [{ ...file, mode: '4755' }]],
  ['archive-mode', 'a file that everybody may write', [{ ...file, mode: '666' }]],
  ['archive-damaged', 'a wrong checksum', [file, { ...file, checksum: '0000001\0' }]],
  ['archive-damaged', 'a size that is no number', [{ ...file, size: 'zzzzzzzzzzz\0' }]],
  ['archive-damaged', 'a negative size', [{ ...file, size: '\xFF'.repeat(12) }]],
  ['archive-damaged', 'a size beyond the end', [{ ...file, size: '77777777777\0' }]],
  ['archive-damaged', 'a size of exabytes', [{ ...file, size: '\x80\0\0\0\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF' }]],
  ['archive-damaged', 'a folder that hides a file in its body', [{ path: 'd/', type: '5', body: tarEntry({ path: 'hidden' }) }]],
])('readTar() finds %s: %s', (code, _what, entries) => {
  const { problems } = readTar(tar(...entries), defaultLimits);
  expect(problems.map((found) => found.code)).toContain(code);
});

test.each<[code: string, string, Buffer]>([
  ['archive-damaged', 'nothing at all', Buffer.alloc(0)],
  ['archive-damaged', 'half a block', Buffer.alloc(100)],
  ['archive-damaged', 'a single empty block', Buffer.alloc(512)],
  ['archive-damaged', 'something else', Buffer.from('x'.repeat(2048))],
  ['archive-damaged', 'no end', tarEntry(file)],
  [
    'archive-damaged',
    'a file that is cut off',
    tarEntry({ path: 'a', body: 'x'.repeat(2000) }).subarray(0, 1024),
  ],
  ['archive-trailing-data', 'a tar behind the end', Buffer.concat([tar(file), tarEntry(file)])],
  [
    'archive-trailing-data',
    'a byte behind the end',
    Buffer.concat([tar(file), tarEnd, Buffer.from([1])]),
  ],
])('readTar() finds %s: %s', (code, _what, bytes) => {
  const { problems } = readTar(bytes, defaultLimits);
  expect(problems.map((found) => found.code)).toEqual([code]);
});

test('readTar() finds what is wrong all at once, and says so in plain characters', () => {
  const { problems } = readTar(
    tar({ path: '../\u001B]0;x\u0007' }, { path: 'l', type: '2', linkpath: 'x' }, file, file),
    defaultLimits,
  );
  expect(problems.map((found) => found.code)).toEqual([
    'archive-path',
    'archive-link',
    'archive-duplicate',
  ]);
  expect(JSON.stringify(problems)).not.toMatch(/\\u001b/i);
});

test('readTar() gives no file in a file, and tells it once', () => {
  const { files, problems } = readTar(tar({ path: 'd' }, { path: 'd/a' }), defaultLimits);
  expect([...files.keys()]).toEqual(['d']);
  expect(problems).toHaveLength(1);
});

test('readTar() stops at the limit of entries, and tells it once', () => {
  const many = Array.from({ length: 500 }, (_, nth) => ({ path: `f${nth}` }));
  const { files, problems } = readTar(tar(...many), { ...defaultLimits, entries: 10 });
  expect(problems.map((found) => found.code)).toEqual(['package-too-many-files']);
  expect(files.size).toBeLessThanOrEqual(11);
});

test('readTar() tells once that the files are too large together', () => {
  const many = Array.from({ length: 5 }, (_, nth) => ({ path: `f${nth}`, body: 'x'.repeat(60) }));
  const { problems } = readTar(tar(...many), { ...defaultLimits, unpackedBytes: 100 });
  expect(problems.map((found) => found.code)).toEqual(['package-too-large']);
});

test('readTar() stops after a hundred problems', () => {
  const many = Array.from({ length: 300 }, () => ({ path: '../x' }));
  expect(readTar(tar(...many), defaultLimits).problems).toHaveLength(100);
});

test('readTar() gets through thousands of paths that are as deep as they may be', () => {
  const deep = Array.from({ length: 4000 }, (_, nth) => [
    pax(['path', `${String(nth)}/${'a/'.repeat(250)}a`]),
    file,
  ]).flat();
  const { files, problems } = readTar(tar(...deep), defaultLimits);
  expect(problems).toEqual([]);
  expect(files.size).toBe(4000);
});

test('readTar() reads the headers of another program as it reads those of these tests', () => {
  const header = new Header({ path: 'a.txt', size: 4, mode: 0o755, type: 'File', uid: 1000 });
  header.encode();
  const body = Buffer.concat([Buffer.from('tide'), Buffer.alloc(508)]);
  const archive = Buffer.concat([header.block ?? tarEnd, body, tarEnd]);
  const { files, executables } = readTar(archive, defaultLimits);
  expect(Buffer.from(files.get('a.txt') ?? []).toString()).toBe('tide');
  expect([...executables]).toEqual(['a.txt']);
});
