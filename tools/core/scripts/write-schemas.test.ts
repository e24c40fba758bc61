import { schemaFolder, renderSchemas } from './render-schemas.ts';
import { makeFolder, runProcess } from '@orchestra/testkit';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findDrift } from './find-drift.ts';

const rendered = await renderSchemas();
const indexFolder = new URL('../', schemaFolder);

test('the committed schemas are what the code says', async () => {
  expect(await findDrift(fileURLToPath(schemaFolder), rendered)).toEqual([]);
});

test('findDrift() names files that are missing, differ or should not be there', async () => {
  await using folder = await makeFolder({ 'same.json': '1', 'other.json': '2', 'old.json': '3' });
  const wanted = new Map([
    ['same.json', '1'],
    ['other.json', '0'],
    ['new.json', '4'],
  ]);
  expect(await findDrift(folder.path, wanted)).toEqual(['new.json', 'old.json', 'other.json']);
});

test('write-schemas --check passes on what is committed', async () => {
  const script = fileURLToPath(new URL('write-schemas.ts', import.meta.url));
  const { exitCode, stderr } = await runProcess([process.execPath, script, '--check']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
});

test.each([...rendered])('%s is a JSON Schema that editors can read', (file, text) => {
  const schema = JSON.parse(text);
  expect(schema).toMatchObject({ $id: `urn:orchestra:schema:${file.replace('.schema.json', '')}` });
  expect(new Ajv2020({ strict: false }).validateSchema(schema)).toBe(true);
});

test('every curated file of the index fits its schema', async () => {
  const curated = (await readdir(indexFolder)).filter((file) => file.endsWith('.json'));
  expect(curated.sort()).toEqual([
    'categories.json',
    'cleared.json',
    'config.json',
    'featured.json',
    'reserved-names.json',
    'verified.json',
  ]);
  for (const file of curated) {
    const schema = rendered.get(file.replace('.json', '.schema.json'));
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(schema ?? '{}'));
    validate(JSON.parse(await readFile(new URL(file, indexFolder), 'utf8')));
    expect({ file, errors: validate.errors }).toEqual({ file, errors: null });
  }
});

test('the manifest schema proposes permissions, and takes unknown keys', () => {
  const schema = JSON.parse(rendered.get('manifest.schema.json') ?? '{}');
  const validate = new Ajv2020({ strict: false }).compile(schema);
  expect(validate({ name: 'tide', permissions: ['network'], anything: 1 })).toBe(true);
  expect(validate({ name: 'tide', permissions: ['everything'] })).toBe(false);
});
