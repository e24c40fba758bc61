import { isRecord, problem, type Problem } from '@orchestra/core';
import { parseColour } from '../read/colour.ts';
import { pathBeside } from '../read/contributions.ts';
import { readCommentedJson, type Texts } from '../read/read-contributed.ts';
import type { ContributedFile } from '../read/read-file.ts';
import { broken, ignored, unreadable } from './found.ts';

type Path = (string | number)[];

/** What is there of a package. */
export interface PackageTexts {
  texts: Texts;
  /** All files, also those that are no text. */
  paths: ReadonlySet<string>;
}

/**
 * Checks a file icon theme: its icons are there, and what it refers to is defined.
 *
 * Source: https://code.visualstudio.com/api/extension-guides/file-icon-theme
 */
export function checkIconTheme({ texts, paths }: PackageTexts, path: string): Problem[] {
  const file = readCommentedJson(texts, path);
  if (file === null) return [];
  if (file.faults.length > 0) return unreadable(file, 'icon theme');
  const theme = file.value;
  if (!isRecord(theme)) return [broken(path, 'Expected an icon theme to be an object')];
  const definitions = theme['iconDefinitions'];
  const defined = isRecord(definitions) ? definitions : {};
  return [
    ...checkDefinitions(file, { defined, paths }),
    ...checkFonts(file, { fonts: theme['fonts'], paths }),
    ...checkUses(file, { of: theme, at: [], defined }),
    ...['light', 'highContrast'].flatMap((variant) => {
      const of = theme[variant];
      return isRecord(of) ? checkUses(file, { of, at: [variant], defined }) : [];
    }),
  ];
}

/**
 * Checks a product icon theme: VS Code takes none without fonts.
 *
 * Source: https://code.visualstudio.com/api/extension-guides/product-icon-theme
 */
export function checkProductIconTheme({ texts, paths }: PackageTexts, path: string): Problem[] {
  const file = readCommentedJson(texts, path);
  if (file === null) return [];
  if (file.faults.length > 0) return unreadable(file, 'product icon theme');
  const theme = file.value;
  if (!isRecord(theme)) return [broken(path, 'Expected a product icon theme to be an object')];
  const { iconDefinitions, fonts } = theme;
  if (!isRecord(iconDefinitions) || !Array.isArray(fonts) || fonts.length === 0) {
    return [broken(path, 'Expected a product icon theme to have "iconDefinitions" and "fonts"')];
  }
  const ids = new Set(fonts.map((font: unknown) => (isRecord(font) ? font['id'] : undefined)));
  const undefinedFonts = Object.entries(iconDefinitions).flatMap(([name, icon]) => {
    const font = isRecord(icon) ? icon['fontId'] : undefined;
    if (font === undefined || ids.has(font)) return [];
    const at = ['iconDefinitions', name, 'fontId'];
    return [ignored(file.placeOf(at), `Expected a font of this theme; found '${String(font)}'`)];
  });
  return [...checkFonts(file, { fonts, paths }), ...undefinedFonts];
}

function checkDefinitions(
  file: ContributedFile,
  { defined, paths }: { defined: Record<string, unknown>; paths: ReadonlySet<string> },
): Problem[] {
  return Object.entries(defined).flatMap(([name, icon]) => {
    if (!isRecord(icon)) return [];
    const at = ['iconDefinitions', name];
    const { iconPath, fontColor } = icon;
    const colour = typeof fontColor === 'string' && fontColor !== '' ? fontColor : null;
    return [
      ...(typeof iconPath === 'string' && iconPath !== ''
        ? checkNamed(file, { at: [...at, 'iconPath'], named: iconPath, paths })
        : []),
      ...(colour === null || parseColour(colour) !== null
        ? []
        : [
            problem('colour-invalid', {
              path: file.placeOf([...at, 'fontColor']),
              message: `Expected a colour such as #d6dae3 for the icon '${name}'; found '${colour}'`,
            }),
          ]),
    ];
  });
}

function checkFonts(
  file: ContributedFile,
  { fonts, paths }: { fonts: unknown; paths: ReadonlySet<string> },
): Problem[] {
  if (!Array.isArray(fonts)) return [];
  return fonts.flatMap((font: unknown, nth) => {
    const sources = isRecord(font) ? font['src'] : undefined;
    if (!isRecord(font) || typeof font['id'] !== 'string' || !Array.isArray(sources)) {
      return [ignored(file.placeOf(['fonts', nth]), 'Expected a font to have "id" and "src"')];
    }
    return sources.flatMap((source: unknown, at) => {
      const named = isRecord(source) ? source['path'] : undefined;
      if (typeof named !== 'string') return [];
      return checkNamed(file, { at: ['fonts', nth, 'src', at, 'path'], named, paths });
    });
  });
}

/** What isn't there is only not shown. */
function checkNamed(
  file: ContributedFile,
  { at, named, paths }: { at: Path; named: string; paths: ReadonlySet<string> },
): Problem[] {
  const path = pathBeside(file.path, named);
  if (path !== null && paths.has(path)) return [];
  const message = `The theme points at '${named}', which is not in the package`;
  return [problem('file-missing', { path: file.placeOf(at), message, severity: 'warning' })];
}

const singles = ['file', 'folder', 'folderExpanded', 'rootFolder', 'rootFolderExpanded'] as const;
const tables = [
  'fileNames',
  'fileExtensions',
  'languageIds',
  'folderNames',
  'folderNamesExpanded',
  'rootFolderNames',
  'rootFolderNamesExpanded',
] as const;

function checkUses(
  file: ContributedFile,
  by: { of: Record<string, unknown>; at: Path; defined: Record<string, unknown> },
): Problem[] {
  const check = (at: Path, value: unknown) => {
    if (typeof value !== 'string' || value === '' || Object.hasOwn(by.defined, value)) return [];
    const message = `Expected an icon of "iconDefinitions" for ${at.join('.')}; found '${value}'`;
    return [ignored(file.placeOf(at), message)];
  };
  return [
    ...singles.flatMap((key) => check([...by.at, key], by.of[key])),
    ...tables.flatMap((key) => {
      const table = by.of[key];
      if (!isRecord(table)) return [];
      return Object.entries(table).flatMap(([name, icon]) => check([...by.at, key, name], icon));
    }),
  ];
}
