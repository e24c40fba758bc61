import { parse } from 'jsonc-parser';
import { isRecord } from './read-json.ts';
import { resolvePath } from '../resolve-path.ts';

const maxCharacters = 8 * 1024 * 1024;

/** Paths of the colour, icon and product icon themes that `contributes` names. */
export function themePaths(contributes: unknown): string[] {
  if (!isRecord(contributes)) return [];
  return ['themes', 'iconThemes', 'productIconThemes'].flatMap((point) => {
    const themes = contributes[point];
    if (!Array.isArray(themes)) return [];
    return themes.flatMap((theme: unknown) => {
      const path = isRecord(theme) ? theme['path'] : undefined;
      return typeof path === 'string' ? (resolvePath('', path) ?? []) : [];
    });
  });
}

/**
 * Files that a theme refers to: the theme that it extends, and its icons and fonts.
 *
 * Sources: https://code.visualstudio.com/api/extension-guides/file-icon-theme,
 * https://code.visualstudio.com/api/extension-guides/color-theme
 *
 * @param text of the theme, JSON with comments
 * @param of.path of the theme, from the package's root
 * @returns paths from the root; those outside of the package are left out
 */
export function findThemeFiles(text: string, of: { path: string }): string[] {
  const theme = text.length > maxCharacters ? null : parseTheme(text);
  if (!isRecord(theme)) return [];
  const named = [
    theme['include'],
    theme['tokenColors'],
    ...valuesOf(theme['iconDefinitions']).map((icon) => icon['iconPath']),
    ...valuesOf(theme['fonts']).flatMap((font) => valuesOf(font['src']).map((src) => src['path'])),
  ];
  const folder = of.path.split('/').slice(0, -1).join('/');
  const paths = named.filter((path): path is string => typeof path === 'string' && path !== '');
  const resolved = paths.map((path) => resolvePath(folder, path));
  return [...new Set(resolved.filter((path) => path !== null))];
}

/** Null for what is nested too deeply. */
function parseTheme(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof RangeError) return null; // the stack is full
    throw error;
  }
}

function valuesOf(value: unknown): Record<string, unknown>[] {
  return typeof value === 'object' && value !== null ? Object.values(value).filter(isRecord) : [];
}
