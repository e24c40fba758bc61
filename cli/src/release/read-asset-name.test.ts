import { expect, test } from 'vitest';
import { readAssetName } from './read-asset-name.ts';

const hosts = { web: 'https://github.com', api: 'https://api.github.com' };

test.each<[string, object]>([
  ['4021', { kind: 'id', id: 4021, repository: null }],
  [
    'https://github.com/tidewater/tide/releases/download/tide%2Fv1.0.0/tide-1.0.0.tar.gz',
    { kind: 'file', repository: 'tidewater/tide', tag: 'tide/v1.0.0', file: 'tide-1.0.0.tar.gz' },
  ],
  [
    'https://api.github.com/repos/tidewater/tide/releases/assets/4021',
    { kind: 'id', id: 4021, repository: 'tidewater/tide' },
  ],
])('readAssetName() of %s', (written, expected) => {
  expect(readAssetName(written, hosts)).toEqual(expected);
});

test.each([
  '0',
  'latest',
  'https://example.org/tidewater/tide/releases/download/v1/tide.tar.gz',
  'https://github.com/tidewater/tide/archive/v1.tar.gz',
  'https://github.com/tidewater/tide/releases/download/v1/deep/tide.tar.gz',
  'https://github.com/tidewater/tide/releases/download/%E0%A4%A/tide.tar.gz',
  'https://api.github.com/repos/tidewater/tide/releases/assets/x',
])('readAssetName() refuses %s', (written) => {
  expect(() => readAssetName(written, hosts)).toThrow(/names no release asset/);
});
