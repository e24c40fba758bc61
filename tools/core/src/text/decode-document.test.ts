import { expect, test } from 'vitest';
import { decodeDocument } from './decode-document.ts';

const text = '# Gezeiten für heute\n';
const little = Buffer.from(text, 'utf16le');
const big = Buffer.from(little).swap16();

test.each<[string, Uint8Array]>([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
  ['UTF-16 with its mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 the other way round', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ['UTF-16 without a mark', little],
  ['UTF-16 the other way round, without a mark', big],
])('decodeDocument() reads %s', (_what, bytes) => {
  expect(decodeDocument(bytes)).toBe(text);
});

test.each<[string, Uint8Array]>([
  ['Latin-1', Buffer.from(text, 'latin1')],
  ['half a character of UTF-16', Buffer.from([0xff, 0xfe, 0x23])],
  ['bytes of no text', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
])('decodeDocument() reads no %s', (_what, bytes) => {
  expect(decodeDocument(bytes)).toBeNull();
});

test('decodeDocument() reads an empty text', () => {
  expect(decodeDocument(Buffer.alloc(0))).toBe('');
});
