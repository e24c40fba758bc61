import { type PackedExtension, packFiles } from '@orchestra/packaging/node';
import { codeThatUses } from '@orchestra/testkit';

/** The package of a good extension, whose code uses the permissions that it declares. */
export function makePackage(
  fields: Record<string, unknown> = {},
  files: Record<string, string> = {},
): Promise<PackedExtension> {
  const manifest = {
    name: 'tide-table',
    displayName: 'Tide table',
    version: '1.0.0',
    description: 'Shows the tides of the day.',
    license: 'MIT',
    main: 'dist/main.js',
    engines: { orchestra: '^1.0.0' },
    categories: ['productivity'],
    tags: ['sea'],
    permissions: ['network'],
    ...fields,
  };
  const contents = {
    'package.json': JSON.stringify(manifest),
    'README.md': '# Tide table\n',
    'CHANGELOG.md': '## 1.0.0\n',
    LICENSE: 'MIT License\n',
    'dist/main.js': codeThatUses(manifest.permissions),
    ...files,
  };
  return packFiles(
    new Map(Object.entries(contents).map(([path, text]) => [path, Buffer.from(text)])),
  );
}
