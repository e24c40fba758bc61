import { makeFolder } from '@orchestra/testkit';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as Type from 'typebox';
import { afterAll, describe, expect, it } from 'vitest';
import { renderCached } from '../render/doc-cache.ts';
import { DocRenderer } from '../render/doc-renderer.ts';
import { readImageSize } from '../render/stored-image.ts';
import { makeDocContext } from '../../testing/make-doc-context.ts';
import { keepValue, readKept } from './keep-value.ts';

const damaged = ['', '{', 'null ', '[]', '{"html":1,"plain":null}', '{"width":"1","height":2}'];

describe('readKept()', () => {
  it('reads what was kept, also where that is null', async () => {
    await using folder = await makeFolder();
    const schema = Type.Union([Type.Number(), Type.Null()]);
    for (const value of [7, null]) {
      expect(await keepValue(folder.join('kept.json'), value)).toBe(value);
      expect(await readKept(folder.join('kept.json'), schema)).toEqual({ value });
    }
    expect(await readKept(folder.join('none.json'), schema)).toBeNull();
    await writeFile(folder.join('kept.json'), '"seven"');
    expect(await readKept(folder.join('kept.json'), schema)).toBeNull();
  });
});

/** The one file in a folder. */
async function onlyFile(directory: string): Promise<string> {
  const found = await readdir(directory, { recursive: true, withFileTypes: true });
  const [file, ...others] = found.filter((entry) => entry.isFile());
  expect(others).toEqual([]);
  return join(file?.parentPath ?? '', file?.name ?? '');
}

describe('what is kept between builds', () => {
  const renderer = new DocRenderer(); // takes a second to start
  afterAll(() => renderer[Symbol.asyncDispose]());

  it.each(damaged)('is made again where its file is damaged: %j', async (text) => {
    await using folder = await makeFolder();
    const options = { directory: folder.join('docs'), renderer, context: makeDocContext() };
    const rendered = await renderCached('Some *words*', options);
    const doc = await onlyFile(folder.join('docs'));
    await writeFile(doc, text);
    expect(await renderCached('Some *words*', options)).toEqual(rendered);
    expect(JSON.parse(await readFile(doc, 'utf8'))).toEqual(rendered);
  });

  it('is a size that is read once, and again only where its file is damaged', async () => {
    await using folder = await makeFolder();
    let reads = 0;
    const options = {
      directory: folder.path,
      read: async () => {
        reads += 1;
        return Buffer.from('GIF89a\u0002\u0000\u0003\u0000\u0000\u0000\u0000', 'latin1');
      },
    };
    const size = await readImageSize('a'.repeat(64), options);
    expect(size).toEqual({ width: 2, height: 3 });
    expect(await readImageSize('a'.repeat(64), options)).toEqual(size);
    expect(reads).toBe(1);
    for (const text of damaged.filter((one) => one !== 'null ')) {
      await writeFile(await onlyFile(folder.path), text);
      expect(await readImageSize('a'.repeat(64), options)).toEqual(size);
    }
    expect(reads).toBe(damaged.length);
  });
});
