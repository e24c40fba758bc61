import { expect, test } from 'vitest';
import { hostileTexts } from '../../test/hostile-texts.ts';
import { findEmails } from './find-emails.ts';
import { stripEmails } from './strip-emails.ts';

test('stripEmails() takes every email out and says where it was', () => {
  const { manifest, removed } = stripEmails({
    name: 'tide',
    author: 'Jane <jane@tide.io> (https://tide.io)',
    contributors: [{ name: 'Joe', email: 'joe@tide.io', url: 'https://joe.example' }],
    bugs: { url: 'https://tide.io/bugs', eMail: 'no address at all' },
    description: 'Ask mailto:jane@tide.io first.',
    'people/~': { 'jane@tide.io': 1 },
    icon: 'icon@2x.png',
    repository: 'git@github.com:tidewater/tide.git',
  });
  expect(manifest).toEqual({
    name: 'tide',
    author: 'Jane (https://tide.io)',
    contributors: [{ name: 'Joe', url: 'https://joe.example' }],
    bugs: { url: 'https://tide.io/bugs' },
    description: 'Ask first.',
    'people/~': { '': 1 },
    icon: 'icon@2x.png',
    repository: 'git@github.com:tidewater/tide.git',
  });
  expect(removed).toEqual([
    '/author',
    '/contributors/0/email',
    '/bugs/eMail',
    '/description',
    '/people~1~0/jane@tide.io',
  ]);
});

test('stripEmails() gives a manifest without emails back as it is', () => {
  const clean = { name: 'tide', n: 1, list: [null, true, { a: '  two  spaces ' }] };
  expect(stripEmails(clean)).toEqual({ manifest: clean, removed: [] });
});

test('stripEmails() keeps a key __proto__ a key', () => {
  const { manifest } = stripEmails(parse('{"__proto__":{"by":"Jane <jane@tide.io>"}}'));
  expect(JSON.stringify(manifest)).toBe('{"__proto__":{"by":"Jane"}}');
});

test.each(hostileTexts)('no email remains after stripEmails() in %s', (_what, text) => {
  const { manifest } = stripEmails({ value: text, list: [text], [text]: { deeper: text } });
  expect(findEmails(JSON.stringify(manifest))).toEqual([]);
});

function parse(text: string): Record<string, unknown> {
  return JSON.parse(text);
}
