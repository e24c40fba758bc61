import { makeFolder } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { formatContentDigest, parseContentDigest, sha256File, sha256Hex } from './digest.ts';

const hex = sha256Hex('tide');
const header = formatContentDigest(hex);

test('sha256Hex() and sha256File() know the digest of nothing, and agree', async () => {
  await using folder = await makeFolder({ a: 'tide', empty: '' });
  expect(await sha256File(folder.join('a'))).toBe(hex);
  expect(await sha256File(folder.join('empty'))).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  );
});

test.each([
  ['as it is made', header],
  ['among others', `md5=:AAAA:, ${header}, sha-512=:BBBB:`],
  ['in capitals', header.replace('sha-256', 'SHA-256')],
  ['with spaces', ` sha-256 = ${header.slice('sha-256='.length)} `],
])('parseContentDigest() reads one %s', (_what, written) => {
  expect(parseContentDigest(written)).toBe(hex);
});

test.each([
  ['digest-missing', undefined],
  ['digest-missing', ''],
  ['digest-missing', 'md5=:AAAA:'],
  ['digest-missing', hex],
  ['body-invalid', `sha-256=${hex}`],
  ['body-invalid', 'sha-256=::'],
  ['body-invalid', header.slice(0, -1)],
  ['body-invalid', header.replace('=:', '=:!')],
  ['body-invalid', `${header};q=1`],
])('parseContentDigest() says %s of %s', (code, written) => {
  expect(() => parseContentDigest(written)).toThrowError(expect.objectContaining({ code }));
});
