import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parseConfig } from './parse-config.ts';

const from = { url: 'https://tide.example/config.json' };
const text = await readFile(
  new URL('../../../../registry-index/config.json', import.meta.url),
  'utf8',
);
const good: Record<string, unknown> = JSON.parse(text);

test('parseConfig() reads the config of the index, and one without an API', () => {
  expect(parseConfig(text, from)).toEqual(good);
  expect(parseConfig(JSON.stringify({ ...good, api: null }), from).api).toBeNull();
});

test.each([
  ['a web page', '<!doctype html><p>Hi', 'a web page'],
  ['no JSON', '{', 'JSON'],
  ['another format', JSON.stringify({ ...good, format: 9 }), '/format'],
  [
    'an address with a slash at its end',
    JSON.stringify({ ...good, site: 'https://x.example/' }),
    '/site',
  ],
  [
    'an address that is a script',
    JSON.stringify({ ...good, packages: 'javascript:alert(1)' }),
    '/packages',
  ],
  ['no limits', JSON.stringify({ ...good, limits: undefined }), 'limits'],
  ['an unknown way to publish', JSON.stringify({ ...good, publish: { via: 'post' } }), '/publish'],
])('parseConfig() says of %s why it is none', (_what, config, reason) => {
  expect(() => parseConfig(config, from)).toThrowError(
    expect.objectContaining({
      code: 'registry-not-one',
      message: expect.stringContaining(reason),
      hint: expect.stringContaining('ORCHESTRA_REGISTRY'),
    }),
  );
});
