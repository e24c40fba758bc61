import { expect, test } from 'vitest';
import { isAssetUrl } from './asset-hosts.ts';

const hosts = {
  api: 'https://api.github.com',
  server: 'https://github.com',
  others: ['https://files.harbour.example'],
};

test.each([
  'https://github.com/tidewater/tides/releases/download/v1/a.tar.gz',
  'https://objects.githubusercontent.com/a?token=1',
  'https://release-assets.githubusercontent.com/a',
  'https://files.harbour.example/a',
])('isAssetUrl() lets %s through', (url) => {
  expect(isAssetUrl(new URL(url), hosts)).toBe(true);
});

test.each([
  'http://objects.githubusercontent.com/a',
  'https://objects.githubusercontent.com:8443/a',
  'https://githubusercontent.com.tides.example/a',
  'https://evilgithubusercontent.com/a',
  'https://user@objects.githubusercontent.com/a',
  'https://github.com@10.0.0.1/a',
  'http://github.com/a',
  'http://169.254.169.254/computeMetadata/v1/',
  'http://metadata.google.internal/',
  'http://127.0.0.1:5432/',
  'http://[::1]/',
  'https://10.0.0.1/',
  'file:///etc/passwd',
  'data:text/plain,a',
])('isAssetUrl() refuses %s', (url) => {
  expect(isAssetUrl(new URL(url), hosts)).toBe(false);
});
