import { ManifestEditorSchema } from '@orchestra/core';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { programFolder } from '../program-folder.ts';

/**
 * The folder of a project for the types and schema that the command line adds for editors and the compiler.
 */
export const supportFolder = '.orchestra';

/** The files of {@link supportFolder}, by path below it. */
export async function supportFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>([
    ['.gitignore', '*\n'],
    ['tsconfig.json', json({ compilerOptions })],
    ['manifest.schema.json', json(ManifestEditorSchema)],
  ]);
  const types = join(programFolder, 'types');
  for (const entry of await readdir(types, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.d.ts')) continue;
    const text = await readFile(join(entry.parentPath, entry.name), 'utf8');
    const below = join(entry.parentPath, entry.name).slice(types.length + 1);
    files.set(`types/${below.replaceAll('\\', '/')}`, text);
  }
  return files;
}

/**
 * Compiler options for extensions. Packages that a project has installed are preferred to those in {@link
 * supportFolder}.
 */
const compilerOptions = {
  target: 'es2024',
  lib: ['es2024', 'dom', 'dom.iterable'],
  module: 'esnext',
  moduleResolution: 'bundler',
  jsx: 'react-jsx',
  strict: true,
  isolatedModules: true,
  resolveJsonModule: true,
  skipLibCheck: true,
  noEmit: true,
  paths: {
    '@orchestra/api': ['./types/api/index.d.ts'],
    '@orchestra/test': ['./types/test/index.d.ts'],
    '@orchestra/raycast-compat': ['./types/raycast-compat/index.d.ts'],
    '@orchestra/vscode-compat': ['./types/vscode-compat/index.d.ts'],
    '@raycast/api': ['../node_modules/@raycast/api', './types/raycast-compat/index.d.ts'],
    '@raycast/utils': ['../node_modules/@raycast/utils', './types/raycast-compat/utils.d.ts'],
    vscode: ['./types/vscode-compat/index.d.ts'],
    react: ['../node_modules/@types/react', './types/react/index.d.ts'],
    'react/jsx-runtime': [
      '../node_modules/@types/react/jsx-runtime.d.ts',
      './types/react/jsx-runtime.d.ts',
    ],
  },
};

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
