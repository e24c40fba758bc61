import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareWithNode } from '../../../test/compare-with-node.ts';
import { startGuest, type GuestIsolate } from '../../../test/guest-isolate.ts';

let guest: GuestIsolate;
beforeAll(async () => (guest = await startGuest()));
afterAll(() => guest.dispose());

const labels = [
  'utf-8',
  'UTF8',
  ' unicode-1-1-utf-8 ',
  'utf-16',
  'utf-16le',
  'utf-16be',
  'latin1',
  'iso-8859-1',
  'ascii',
  'windows-1252',
  'windows-1251',
  'iso-8859-2',
  'iso-8859-8-i',
  'iso-8859-15',
  'koi8-r',
  'koi8-u',
  'macintosh',
  'x-mac-cyrillic',
  'ibm866',
  'windows-874',
  'gbk',
  'gb2312',
  'gb18030',
  'big5',
  'euc-jp',
  'iso-2022-jp',
  'shift_jis',
  'euc-kr',
  'utf-7',
  '',
  'nonsense',
  null,
];

test('labels name the encodings that they name in Node', async () => {
  await compareWithNode(
    guest,
    `return ${JSON.stringify(labels)}.map((label) => tried(() => new TextDecoder(label).encoding))`,
  );
});

test('all bytes are decoded as in Node, whole and in parts', async () => {
  await compareWithNode(
    guest,
    `const pieces = [
      Array.from({ length: 256 }, (_, at) => at),
      [0xef, 0xbb, 0xbf, 0x41], [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], [0xff, 0xfe, 0x41, 0], [0xfe, 0xff, 0, 0x41],
      [0xf0, 0x9f, 0x98, 0x80, 0xf0, 0x9f, 0x98], [0xed, 0xa0, 0x80, 0xc0, 0x80], [0xe2, 0x82], [0xf4, 0x90, 0x80, 0x80],
      [0x3d, 0xd8, 0x00, 0xde, 0x3d, 0xd8], [0x81, 0x30, 0x81, 0x30, 0xc4, 0xe3, 0xba, 0xc3], [0x1b, 0x24, 0x42, 0x24, 0x22, 0x1b, 0x28, 0x42, 0x61],
      [0x82, 0xa0, 0x83, 0x41, 0x81], [0xa4, 0xa4, 0xa7, 0x40], [],
    ].map((bytes) => new Uint8Array(bytes));
    const names = ${JSON.stringify(labels)}.filter((label) => typeof tried(() => new TextDecoder(label).encoding) === 'string' && !String(tried(() => new TextDecoder(label).encoding)).startsWith('throws'));
    return names.flatMap((label) => [{}, { fatal: true }, { ignoreBOM: true }].map((options) => pieces.map((bytes) => {
      const whole = tried(() => new TextDecoder(label, options).decode(bytes));
      const decoder = new TextDecoder(label, options);
      const parts = tried(() => Array.from(bytes, (byte) => decoder.decode(Uint8Array.of(byte), { stream: true })).join('') + decoder.decode());
      const again = tried(() => decoder.decode(bytes));
      return [label, whole, parts, again];
    })))`,
  );
});

test('what is decoded may be any buffer, a part of one, and more than an engine takes at once', async () => {
  await compareWithNode(
    guest,
    `const bytes = new TextEncoder().encode('xxäö€😀yy');
    const long = new TextEncoder().encode('aä€😀'.repeat(400_000));
    const decode = (input) => tried(() => new TextDecoder().decode(input));
    const text = decode(long);
    let sum = 0;
    for (let at = 0; at < text.length; at += 1) sum = (sum * 31 + text.charCodeAt(at)) | 0;
    return [decode(bytes.subarray(2, 9)), decode(bytes.buffer), decode(new DataView(bytes.buffer, 2, 2)), decode(new Uint16Array([0x4141])),
      decode(undefined), decode(null), decode('x'), decode([1]), text.length, sum, tried(() => new TextDecoder('utf-8', 5)), tried(() => new TextDecoder('utf-8', null).fatal),
      new TextDecoder('utf-8', { fatal: 1, ignoreBOM: '' }).fatal, Object.prototype.toString.call(new TextDecoder())];`,
  );
});

test('texts are encoded as in Node', async () => {
  await compareWithNode(
    guest,
    `const texts = ['', 'abc', 'ä', '€', '😀', '\\ud800', '\\udc00x', 'a\\ud83d', '\\u0000\\u007f\\u0080\\u07ff\\u0800\\uffff'];
    const encoder = new TextEncoder();
    return [encoder.encoding, [...encoder.encode()], [...encoder.encode(undefined)], [...texts, null, 5, { toString: () => 'o' }].map((text) => [...encoder.encode(text)]),
      texts.flatMap((text) => [0, 1, 2, 3, 4, 5, 12].map((size) => { const target = new Uint8Array(size); return [encoder.encodeInto(text, target), [...target]]; })),
      tried(() => encoder.encodeInto('x', [])), tried(() => encoder.encode(Symbol()))];`,
  );
});

test('base64 is read and written as in Node', async () => {
  await compareWithNode(
    guest,
    `const texts = ['', 'a', 'ab', 'abc', '\\u0000\\u00ff', '\\u0100', '😀', 'x'.repeat(10_000), null, undefined, 12];
    const encoded = ['', 'YQ==', 'YQ', 'YWI=', 'YWI', 'YWJj', ' Y W\\tJ\\nj ', 'YQ=', '=', '====', 'Y', 'YQ===', 'Y=Q=', 'YR==', 'YW-_', 'YQ==YQ==', '+/+/', null, undefined, 'ab\\u00a0c', 'ä'];
    return [texts.map((text) => tried(() => btoa(text))), encoded.map((text) => tried(() => atob(text))), tried(() => atob()), tried(() => btoa())];`,
  );
});

test('large texts come through base64', async () => {
  expect(
    await guest.run(`
      const text = 'abcdefgh'.repeat(500_000);
      return atob(btoa(text)) === text;`),
  ).toBe(true);
});
