import { expect, test } from 'vitest';
import { hostileTexts } from '../../test/hostile-texts.ts';
import { findEmails, isExampleEmail } from './find-emails.ts';
import { redactEmails } from './redact-emails.ts';

test.each([
  ['jane@tide.io', ['jane@tide.io']],
  ['Jane <jane.d+x@mail.tide.io>, joe@tide.io.', ['jane.d+x@mail.tide.io', 'joe@tide.io']],
  ['mailto:jane@tide.io', ['jane@tide.io']],
  ['mailto://jane@tide.io', ['jane@tide.io']],
  ['**jane@tide.io**', ['jane@tide.io']],
  ['(jane@tide.io)', ['jane@tide.io']],
  ['jürgen@fähre.de', ['jürgen@fähre.de']],
  ['jane@tide.xn--p1ai', ['jane@tide.xn--p1ai']],
  ['a@b.co@c.co', ['a@b.co', 'b.co@c.co']],
  ['{"url":"https://tide.io","mail":"jane@tide.io"}', ['jane@tide.io']],
  ['https://tide.io,jane@tide.io', ['jane@tide.io']],
  ['[site](https://tide.io)jane@tide.io', ['jane@tide.io']],
  ['https://tide.io/?to=jane@tide.io', ['?to=jane@tide.io']],
])('findEmails() finds in %s %j', (text, addresses) => {
  expect(findEmails(text).map(({ address }) => address)).toEqual(addresses);
});

test.each([
  'git@github.com:tidewater/tide.git',
  'git+ssh://git@github.com/tidewater/tide.git',
  'https://token@github.com/tidewater/tide',
  'https://user:pass@tide.io/',
  'npx @raycast/api@latest publish',
  'left-pad@1.3.0',
  'root@localhost',
  'assets/icon@2x.png',
  'icon@dark.svg',
  '@mention',
  'a @ b.co',
  'jane@',
  'patches/changelogen@0.6.2.patch',
])('findEmails() finds none in %s', (text) => {
  expect(findEmails(text)).toEqual([]);
});

test.each(hostileTexts)('no email remains after redactEmails() in %s', (_what, text) => {
  expect(findEmails(redactEmails(text))).toEqual([]);
});

test('redactEmails() says where one was, and leaves everything else as it is', () => {
  const text = '# Tide\n\nWrite to [us](mailto:jane@tide.io) or <joe@tide.io>!\n';
  expect(redactEmails(text)).toBe(
    '# Tide\n\nWrite to [us]([email removed]) or <[email removed]>!\n',
  );
  expect(redactEmails('See icon@2x.png')).toBe('See icon@2x.png');
});

test.each([
  ['jane@example.com', true],
  ['joe@mail.example.org', true],
  ['joe@tide.example', true],
  ['joe@example.io', false],
  ['joe@myexample.com', false],
])('isExampleEmail() knows whether anybody can have %s', (text, expected) => {
  expect(findEmails(text).map(isExampleEmail)).toEqual([expected]);
});
