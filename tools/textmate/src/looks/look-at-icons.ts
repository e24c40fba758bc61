import { isRecord } from '@orchestra/core';
import { pathBeside } from '../read/contributions.ts';
import { readCommentedJson, type Texts } from '../read/read-contributed.ts';
import type { ShownIcon } from './look.ts';

/** Names that most icon themes know, with the languages that VS Code takes them for. */
const examples: readonly (readonly [name: string, language?: string])[] = [
  ['package.json', 'json'],
  ['tsconfig.json', 'jsonc'],
  ['README.md', 'markdown'],
  ['LICENSE'],
  ['.gitignore', 'ignore'],
  ['Dockerfile', 'dockerfile'],
  ['index.html', 'html'],
  ['style.css', 'css'],
  ['main.ts', 'typescript'],
  ['main.js', 'javascript'],
  ['app.tsx', 'typescriptreact'],
  ['main.py', 'python'],
  ['main.rs', 'rust'],
  ['main.go', 'go'],
  ['Main.java', 'java'],
  ['main.c', 'c'],
  ['main.cpp', 'cpp'],
  ['script.sh', 'shellscript'],
  ['data.yaml', 'yaml'],
  ['logo.svg', 'xml'],
  ['photo.png'],
  ['archive.zip'],
  ['notes.txt', 'plaintext'],
  ['unknown.qqq'],
];
const exampleFolders = ['src', 'test', 'node_modules', '.github', 'docs', 'anything'];
const mostProductIcons = 40;

/**
 * Shows which icon an icon theme has for files and folders of usual names, or which icons a product icon theme has.
 *
 * @param by.paths all files of the extension, to tell what is missing
 * @throws Error that says what can't be read
 */
export function lookAtIcons(
  texts: Texts,
  by: { path: string; paths: ReadonlySet<string>; isProduct: boolean },
): ShownIcon[] {
  const file = readCommentedJson(texts, by.path);
  if (file === null) throw new Error(`${by.path} is not there`);
  const [fault] = file.faults;
  if (fault !== undefined) throw new Error(`${fault.place}: ${fault.message}`);
  if (!isRecord(file.value)) throw new Error(`${by.path}: expected an icon theme to be an object`);
  const theme = file.value;
  const show = { ...by, theme };
  if (by.isProduct) {
    const names = Object.keys(recordOf(theme['iconDefinitions'])).slice(0, mostProductIcons);
    return names.map((name) => showIcon({ name, kind: 'product' }, name, show));
  }
  return [
    ...examples.map(([name, language]) =>
      showIcon({ name, kind: 'file' }, iconOfFile(theme, { name, language }), show),
    ),
    ...exampleFolders.flatMap((name) =>
      (['folder', 'folder-expanded'] as const).map((kind) =>
        showIcon({ name, kind }, iconOfFolder(theme, { name, kind }), show),
      ),
    ),
  ];
}

/** As VS Code: a whole name goes before an ending, a longer ending before a shorter one, these before a language. */
function iconOfFile(
  theme: Record<string, unknown>,
  { name, language }: { name: string; language: string | undefined },
): unknown {
  const lower = name.toLowerCase();
  const whole = entry(theme['fileNames'], lower);
  if (whole !== undefined) return whole;
  for (let dot = lower.indexOf('.'); dot !== -1; dot = lower.indexOf('.', dot + 1)) {
    const found = entry(theme['fileExtensions'], lower.slice(dot + 1));
    if (found !== undefined) return found;
  }
  const ofLanguage = language === undefined ? undefined : entry(theme['languageIds'], language);
  return ofLanguage ?? theme['file'];
}

function iconOfFolder(
  theme: Record<string, unknown>,
  { name, kind }: { name: string; kind: 'folder' | 'folder-expanded' },
): unknown {
  const closed = entry(theme['folderNames'], name) ?? theme['folder'];
  if (kind === 'folder') return closed;
  return entry(theme['folderNamesExpanded'], name) ?? theme['folderExpanded'] ?? closed;
}

function showIcon(
  shown: Pick<ShownIcon, 'name' | 'kind'>,
  id: unknown,
  by: { theme: Record<string, unknown>; path: string; paths: ReadonlySet<string> },
): ShownIcon {
  const definition = typeof id === 'string' && id !== '' ? id : null;
  const found = definition === null ? null : recordOf(by.theme['iconDefinitions'])[definition];
  if (!isRecord(found)) return { ...shown, definition };
  const { iconPath, fontCharacter, fontColor, fontId } = found;
  const path = typeof iconPath === 'string' ? (pathBeside(by.path, iconPath) ?? iconPath) : null;
  const font = typeof fontId === 'string' ? fontId : firstFont(by.theme['fonts']);
  const isFont = path === null && typeof fontCharacter === 'string';
  return {
    ...shown,
    definition,
    ...(path !== null && { path, ...(!by.paths.has(path) && { isMissing: true }) }),
    ...(isFont && { character: fontCharacter, ...(font !== null && { font }) }),
    ...(isFont && typeof fontColor === 'string' && { colour: fontColor }),
  };
}

function firstFont(fonts: unknown): string | null {
  const [first]: unknown[] = Array.isArray(fonts) ? fonts : [];
  const id = isRecord(first) ? first['id'] : null;
  return typeof id === 'string' ? id : null;
}

function entry(table: unknown, key: string): unknown {
  const names = recordOf(table);
  return Object.hasOwn(names, key) ? names[key] : undefined;
}

function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}
