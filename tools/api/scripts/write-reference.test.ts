import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { apiReferenceFile, renderApiReference } from './render-api-reference.ts';

test('the committed description is what the routes say; npm run reference writes it', async () => {
  expect(await readFile(apiReferenceFile, 'utf8')).toBe(await renderApiReference());
});
