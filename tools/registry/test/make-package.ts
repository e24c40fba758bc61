import { packFiles } from '@orchestra/packaging/node';
import { makePng } from './make-png.ts';

/** What a test's package holds beside the usual: fields of its manifest, and files by path. */
export interface PackageContents {
  manifest?: Record<string, unknown>;
  files?: Record<string, string | Uint8Array>;
}

/** Packs a small extension that passes every check. */
export async function makePackage(contents: PackageContents = {}): Promise<Buffer> {
  const manifest = {
    name: 'tide-table',
    displayName: 'Tide table',
    version: '1.0.0',
    description: 'Shows the tides',
    license: 'MIT',
    categories: ['themes'],
    tags: ['sea'],
    engines: { orchestra: '^1.0.0' },
    permissions: [],
    icon: 'assets/icon.png',
    contributes: { themes: [{ label: 'Tide', path: 'themes/tide.json' }] },
    ...contents.manifest,
  };
  const files = {
    'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
    'README.md': '# Tide table\n',
    'CHANGELOG.md': '# Changes\n',
    LICENSE: 'MIT License\n',
    'assets/icon.png': makePng(),
    'themes/tide.json': '{"colors":{}}\n',
    ...contents.files,
  };
  const packed = Object.entries(files).map(
    ([path, content]) => [path, Buffer.from(content)] as const,
  );
  return (await packFiles(new Map(packed))).bytes;
}
