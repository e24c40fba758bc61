import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { referenceFile, renderReference } from './render-reference.ts';

test('the committed description is what the routes say; npm run reference writes it', async () => {
  expect(await readFile(referenceFile, 'utf8')).toBe(await renderReference());
});
