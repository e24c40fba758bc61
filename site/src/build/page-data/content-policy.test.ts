import { expect, test } from 'vitest';
import { contentPolicy } from './content-policy.ts';

const site = 'https://extensions.example/registry';

test('contentPolicy() lets in images of packages and answers of the API from where they are', () => {
  const policy = contentPolicy({
    site,
    docs: 'https://storage.example/bucket/docs',
    api: 'https://api.example/api/v1',
  }).split('; ');
  expect(policy).toContain("img-src 'self' https://storage.example");
  expect(policy).toContain("connect-src 'self' https://api.example");
  expect(policy).toContain("form-action 'self' https://api.example");
  expect(policy).toContain("script-src 'self'");
});

test('contentPolicy() of a registry without an API names its own origin alone, and nothing inline', () => {
  const policy = contentPolicy({ site, docs: `${site}/docs`, api: null });
  expect(policy.match(/https:[^ ;]+/g)).toEqual(
    Array.from({ length: 3 }, () => 'https://extensions.example'),
  );
  expect(policy).not.toContain('unsafe');
});
