import { expect, test } from 'vitest';
import { isSecretFile } from './secret-files.ts';

test.each([
  ['.env', true],
  ['config/.env.production', true],
  ['.ENV', true],
  ['.env.example', false],
  ['environment.ts', false],
  ['keys/server.pem', true],
  ['server.pem.sample', false],
  ['id_rsa', true],
  ['id_rsa.pub', false],
  ['.npmrc', true],
  ['release.keystore', true],
  ['keyboard.json', false],
])('isSecretFile() says of %s: %s', (path, secret) => {
  expect(isSecretFile(path)).toBe(secret);
});
