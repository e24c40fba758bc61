import { isRecord, problem, type Problem } from '@orchestra/core';
import { parseColour } from '../read/colour.ts';
import { pathBeside } from '../read/contributions.ts';
import { readTheme, type Texts } from '../read/read-contributed.ts';
import type { ContributedFile } from '../read/read-file.ts';
import { readPlist } from '../read/read-plist.ts';
import { broken, ignored, unreadable } from './found.ts';

type Path = (string | number)[];

/**
 * Checks a colour theme, and those that it includes. What keeps VS Code from loading it is an error; a colour
 * that it can't read is a warning: VS Code shows red, or leaves the rule out.
 *
 * Source: https://code.visualstudio.com/api/extension-guides/color-theme
 *
 * @param seen files that were checked already, to which this one is added
 */
export function checkColourTheme(texts: Texts, path: string, seen = new Set<string>()): Problem[] {
  if (seen.has(path)) return [];
  seen.add(path);
  const file = readTheme(texts, path);
  if (file === null) return []; // told where it is named
  if (file.faults.length > 0) return unreadable(file, 'theme');
  if (!isRecord(file.value)) return [broken(path, 'Expected a theme to be an object')];
  const theme = file.value;
  const included = checkIncluded(file, { theme, texts, seen });
  if (Array.isArray(theme['settings'])) {
    return [...included, ...checkRules(file, ['settings'], theme['settings'])];
  }
  if (!path.toLowerCase().endsWith('.json')) {
    return [...included, broken(path, 'Expected a TextMate theme to have an array "settings"')];
  }
  return [
    ...included,
    ...checkColours(file, theme['colors']),
    ...checkTokenColours(file, theme['tokenColors'], texts),
    ...checkSemantic(file, theme['semanticTokenColors']),
  ];
}

function checkIncluded(
  file: ContributedFile,
  by: { theme: Record<string, unknown>; texts: Texts; seen: Set<string> },
): Problem[] {
  const { include } = by.theme;
  if (!include || !file.path.toLowerCase().endsWith('.json')) return [];
  const place = file.placeOf(['include']);
  if (typeof include !== 'string') return [broken(place, 'Expected "include" to be a path')];
  const path = pathBeside(file.path, include);
  if (path === null || !by.texts.has(path)) return [missing(place, include)];
  return checkColourTheme(by.texts, path, by.seen);
}

function missing(path: string, named: string): Problem {
  const message = `The theme is made of '${named}', which is not in the package`;
  return problem('file-missing', { path, message });
}

function checkColours(file: ContributedFile, colours: unknown): Problem[] {
  if (!colours) return [];
  if (typeof colours !== 'object') {
    return [broken(file.placeOf(['colors']), 'Expected "colors" to be an object')];
  }
  return Object.entries(colours).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== 'string' || value === 'default') return []; // left out by VS Code, as null
    return checkColour(file, ['colors', key], value);
  });
}

function checkColour(file: ContributedFile, at: Path, value: string): Problem[] {
  if (parseColour(value) !== null) return [];
  const message = `Expected a colour such as #d6dae3 or #d6dae380 for ${at.join('.')}; found '${value}'`;
  return [problem('colour-invalid', { path: file.placeOf(at), message })];
}

function checkTokenColours(file: ContributedFile, rules: unknown, texts: Texts): Problem[] {
  if (!rules) return [];
  const place = file.placeOf(['tokenColors']);
  if (Array.isArray(rules)) return checkRules(file, ['tokenColors'], rules);
  if (typeof rules !== 'string') {
    return [
      broken(place, 'Expected "tokenColors" to be an array, or the path of a TextMate theme'),
    ];
  }
  const path = pathBeside(file.path, rules);
  const text = path === null ? undefined : texts.get(path);
  if (path === null || text === undefined) return [missing(place, rules)];
  const named = readPlist(text, { path });
  if (named.faults.length > 0) return unreadable(named, 'TextMate theme');
  const settings = isRecord(named.value) ? named.value['settings'] : undefined;
  if (Array.isArray(settings)) return checkRules(named, ['settings'], settings);
  return [broken(path, 'Expected a TextMate theme to have an array "settings"')];
}

function checkRules(file: ContributedFile, at: Path, rules: readonly unknown[]): Problem[] {
  return rules.flatMap((rule, nth) => checkRule(file, [...at, nth], rule));
}

const fontStyles = new Set(['italic', 'bold', 'underline', 'strikethrough']);

function checkRule(file: ContributedFile, at: Path, rule: unknown): Problem[] {
  const settings = isRecord(rule) ? rule['settings'] : undefined;
  if (!isRecord(rule) || (settings !== undefined && !isRecord(settings))) {
    const message = `Expected ${at.join('.')} to have "scope" and "settings"; it is left out`;
    return [ignored(file.placeOf(at), message)];
  }
  if (settings === undefined) return []; // a heading
  const colours = ['foreground', 'background'].flatMap((key) => {
    const value = settings[key];
    if (typeof value !== 'string' || value === '') return [];
    return checkColour(file, [...at, 'settings', key], value);
  });
  const style = settings['fontStyle'];
  const words = typeof style === 'string' ? style.split(/\s+/) : [];
  const unknown = words.filter(
    (word) => !['', 'normal', 'none', 'regular'].includes(word) && !fontStyles.has(word),
  );
  if (unknown.length === 0) return colours;
  const message = `Expected a font style of ${[...fontStyles].join(', ')}; found '${unknown.join(' ')}'`;
  return [...colours, ignored(file.placeOf([...at, 'settings', 'fontStyle']), message)];
}

function checkSemantic(file: ContributedFile, styles: unknown): Problem[] {
  if (!isRecord(styles)) return [];
  return Object.entries(styles).flatMap(([selector, style]) => {
    const at = ['semanticTokenColors', selector];
    if (typeof style === 'string') return checkColour(file, at, style);
    const colour = isRecord(style) ? style['foreground'] : undefined;
    return typeof colour === 'string' ? checkColour(file, [...at, 'foreground'], colour) : [];
  });
}
