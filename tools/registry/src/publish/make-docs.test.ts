import { readArchive } from '@orchestra/packaging/node';
import { makeFolder } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { makePackage, type PackageContents } from '../../test/make-package.ts';
import { makePng } from '../../test/make-png.ts';
import { testConfig } from '../../test/test-config.ts';
import { type PackageDocs, makeDocs } from './make-docs.ts';

const canary = 'harbour.master@tidewater-canary.com';
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

test('makeDocs() makes the manifest, the texts, the icon and the images that the texts show', async () => {
  const docs = await docsOf({
    files: {
      'README.md': '![Low](./assets/low%20tide.png) <img src="assets/high.png">\n',
      'CHANGELOG.md': '![New](assets/new.png)\n',
      'assets/low tide.png': makePng(1),
      'assets/high.png': makePng(2),
      'assets/new.png': makePng(3),
      'assets/unused.png': makePng(4),
    },
  });
  expect(docs.planned.map(({ path, contentType }) => [path, contentType])).toEqual([
    ['manifest.json', 'application/json; charset=utf-8'],
    ['permissions.json', 'application/json; charset=utf-8'],
    ['readme.md', 'text/markdown; charset=utf-8'],
    ['changelog.md', 'text/markdown; charset=utf-8'],
    ['icon.png', 'image/png'],
    ['files/assets/low tide.png', 'image/png'],
    ['files/assets/high.png', 'image/png'],
    ['files/assets/new.png', 'image/png'],
  ]);
  expect([...docs.contents.keys()]).toEqual(
    docs.planned.map(({ path }) => `docs/tide-table/1.0.0/${path}`),
  );
});

test('makeDocs() lets no email through, wherever it stands', async () => {
  const docs = await docsOf({
    manifest: {
      author: `Harbour <${canary}>`,
      contributors: [{ name: 'Master', email: canary }],
      bugs: { email: canary },
      [`x-${canary}`]: `mailto:${canary}`,
    },
    files: {
      'README.md': `# Tide\nWrite to <${canary}> or [us](mailto:${canary}).\n`,
      'CHANGELOG.md': `## 1.0.0\nThanks, ${canary}!\n`,
    },
  });
  for (const content of docs.contents.values()) {
    expect(String(content)).not.toContain('canary');
  }
  expect(textOf(docs, 'manifest.json')).toContain('"Harbour"');
  expect(textOf(docs, 'readme.md')).toContain('# Tide');
});

test('makeDocs() stores no SVG, whatever it is called', async () => {
  const docs = await docsOf({
    files: {
      'README.md': '![a](a.svg) ![b](b.png) ![c](c.html)\n',
      'a.svg': svg,
      'b.png': svg,
      'c.html': makePng(1),
      'assets/icon.png': svg,
    },
  });
  expect(docs.planned.map(({ path }) => path)).toEqual([
    'manifest.json',
    'permissions.json',
    'readme.md',
    'changelog.md',
  ]);
});

test('makeDocs() stores no image whose ending says what it is not', async () => {
  const docs = await docsOf({
    files: { 'README.md': '![a](a.jpg) ![b](b.png)\n', 'a.jpg': makePng(1), 'b.png': makePng(2) },
  });
  expect(docs.planned.map(({ path }) => path)).not.toContain('files/a.jpg');
  expect(docs.planned.map(({ path }) => path)).toContain('files/b.png');
});

test('makeDocs() follows no image out of the package', async () => {
  const targets = ['../secret.png', '/etc/passwd', 'https://example.com/a.png', '%2e%2e/b.png'];
  const docs = await docsOf({
    files: { 'README.md': targets.map((target) => `![x](${target})`).join('\n') },
  });
  expect(docs.planned.filter(({ path }) => path.startsWith('files/'))).toEqual([]);
});

async function docsOf(contents: PackageContents): Promise<PackageDocs> {
  await using folder = await makeFolder({ 'package.tar.gz': await makePackage(contents) });
  const { limits } = testConfig;
  const { manifest, files, analysis } = await readArchive(folder.join('package.tar.gz'), {
    limits,
    reservedNames: new Set(),
  });
  if (manifest === null || analysis === null) throw new Error('expected a manifest');
  return makeDocs({ ...manifest, version: '1.0.0' }, { files, analysis });
}

function textOf(docs: PackageDocs, path: string): string {
  return String(docs.contents.get(`docs/tide-table/1.0.0/${path}`));
}
