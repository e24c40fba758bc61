import { makeFolder } from '@orchestra/testkit';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { makeSource } from '../../testing/make-source.ts';
import { KeptGuides } from './kept-guides.ts';

const { config } = makeSource([]);
const plain = '## Why\n\nSee [the list](/docs/problems/).';
const named = 'It is called {{registry}}.';

/** Puts another text into the kept files, so that it shows where they were used. */
async function mark(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const text = await readFile(`${directory}/${name}`, 'utf8');
    await writeFile(`${directory}/${name}`, text.replaceAll('"html":"', '"html":"KEPT '));
  }
}

/** What a build makes of both guides. */
async function render(directory: string, { code = 'the code', of = config } = {}) {
  const guides = new KeptGuides(of, { code, directory });
  const rendered = [await guides.render(plain), await guides.render(named)];
  await guides.save();
  return rendered.map(({ html }) => html);
}

describe('KeptGuides', () => {
  it('takes what an earlier build rendered, with its headings', async () => {
    await using folder = await makeFolder();
    const first = await render(folder.path);
    expect(first[1]).toContain(config.name);
    await mark(folder.path);
    expect(await render(folder.path)).toEqual(first.map((html) => `KEPT ${html}`));
    const again = new KeptGuides(config, { code: 'the code', directory: folder.path });
    expect((await again.render(plain)).headings).toEqual([{ id: 'why', text: 'Why', level: 2 }]);
  });

  it('shares what names no value between registries, unless they have another base path', async () => {
    await using folder = await makeFolder();
    await render(folder.path);
    await mark(folder.path);
    const renamed = await render(folder.path, { of: { ...config, name: 'Another name' } });
    expect(renamed).toEqual([expect.stringMatching(/^KEPT /), '<p>It is called Another name.</p>']);
    const below = await render(folder.path, { of: { ...config, site: `${config.site}/below` } });
    expect(below.join()).not.toContain('KEPT');
    expect(below[0]).toContain('href="/below/docs/problems/"');
  });

  it('renders again with other code, and where a file is damaged', async () => {
    await using folder = await makeFolder();
    const first = await render(folder.path);
    await mark(folder.path);
    expect(await render(folder.path, { code: 'other code' })).toEqual(first);
    for (const text of ['', '{', 'null', '[]', '{"a":{"html":1,"headings":[]}}']) {
      for (const name of await readdir(folder.path)) await writeFile(folder.join(name), text);
      expect(await render(folder.path)).toEqual(first);
    }
  });

  it('keeps a limited number of files: those that were used last', async () => {
    await using folder = await makeFolder();
    await render(folder.path);
    await mark(folder.path);
    for (let nth = 0; nth < 60; nth++) {
      await writeFile(folder.join(`${nth}.json`), '{}');
      await utimes(folder.join(`${nth}.json`), nth, nth);
    }
    await render(folder.path, { of: { ...config, name: 'Another name' } });
    const names = await readdir(folder.path);
    expect(names).toHaveLength(40);
    expect(names).toContain('23.json');
    expect(names).not.toContain('22.json');
    expect((await render(folder.path)).join()).toMatch(/^KEPT .*,KEPT /s);
  });
});
