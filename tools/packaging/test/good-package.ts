import { analyzeCode } from '@orchestra/code-analysis/analyze-code';
import type { CheckedPackage } from '../src/checks/check.ts';
import { type Compat, defaultLimits, type Manifest, parseManifest } from '@orchestra/core';
import { png } from '@orchestra/testkit';

/** What makes a good package a bad one. */
export interface Spoiled extends Partial<Omit<CheckedPackage, 'files' | 'manifest'>> {
  kind?: Compat;
  /** Fields that are added or replaced; undefined takes one away. */
  manifest?: Record<string, unknown>;
  /** The text of the manifest, instead of JSON made from its fields. */
  text?: string;
  /** Files that are added or replaced; null takes one away. */
  files?: Record<string, string | Uint8Array | null>;
}

/** A package in which no check finds an error or a warning, but for what is changed. */
export function goodPackage(spoiled: Spoiled = {}): CheckedPackage {
  const { kind = 'native', manifest: fields, text, files: changed, ...rest } = spoiled;
  const json = text ?? JSON.stringify({ ...common, ...ofKind[kind], ...fields });
  const contents = { ...commonFiles, ...filesOfKind[kind], 'package.json': json, ...changed };
  const files = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries(contents)) {
    if (content !== null) files.set(path, Buffer.from(content));
  }
  const manifest = readManifest(json, files.get('package.nls.json'));
  const entries = manifest.entryFiles.map(({ path }) => path);
  return {
    manifest,
    files,
    analysis: analyzeCode({ files, entries }),
    limits: defaultLimits,
    reservedNames: new Set(['featured']),
    origin: 'folder',
    leftOut: [],
    ...rest,
  };
}

function readManifest(json: string, nls: Uint8Array | undefined): Manifest {
  const localized = nls === undefined ? {} : { nls: Buffer.from(nls).toString() };
  const { manifest } = parseManifest(json, localized);
  if (manifest === null) throw new Error('The manifest of a test must be JSON');
  return manifest;
}

const common = {
  name: 'tide-table',
  displayName: 'Tide table',
  version: '1.2.3',
  description: 'Shows the tides of the day.',
  author: 'Tidewater tools',
  license: 'MIT',
  icon: 'assets/icon.png',
};

const ofKind: Record<Compat, Record<string, unknown>> = {
  native: {
    engines: { orchestra: '^1.0.0' },
    main: './dist/main.js',
    categories: ['productivity'],
    permissions: ['filesystem.read'],
  },
  vscode: {
    engines: { vscode: '^1.90.0' },
    main: './dist/main',
    categories: ['Themes'],
    contributes: { themes: [{ label: 'Tide', path: './themes/tide.json' }] },
  },
  raycast: {
    displayName: undefined,
    title: 'Tide table',
    icon: 'icon.png',
    categories: ['Developer Tools'],
    commands: [{ name: 'show', title: 'Show tides', mode: 'view' }],
    dependencies: { '@raycast/api': '^1.80.0' },
  },
};

const commonFiles = {
  'README.md': '# Tide table\n',
  'CHANGELOG.md': '## 1.2.3\n',
  LICENSE: 'MIT License\n',
  'assets/icon.png': png(256, 256),
};

const filesOfKind: Record<Compat, Record<string, string>> = {
  native: {
    'dist/main.js':
      "import { fs } from '@orchestra/api';\nexport const activate = () => fs.readFile('tides.txt');\n",
  },
  vscode: { 'dist/main.js': 'exports.activate = () => {};\n', 'themes/tide.json': '{}' },
  raycast: { 'dist/show.js': 'exports.default = () => null;\n' },
};
