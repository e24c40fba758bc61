import { isRecord } from '@orchestra/core';
import type { IRawTheme } from 'vscode-textmate';
import { parseColour } from '../read/colour.ts';
import { pathBeside } from '../read/contributions.ts';
import { readTheme, type Texts } from '../read/read-contributed.ts';
import { readPlist } from '../read/read-plist.ts';

/** A theme as far as it colours text. */
export interface ThemeColours {
  background: string;
  foreground: string;
  /** Later rules go before earlier ones. */
  rules: IRawTheme['settings'];
}

/** What VS Code takes where a theme says nothing, by the theme that it builds on. */
const grounds: Readonly<Record<string, readonly [background: string, foreground: string]>> = {
  vs: ['#ffffff', '#333333'],
  'vs-dark': ['#1e1e1e', '#d4d4d4'],
  'hc-black': ['#000000', '#ffffff'],
  'hc-light': ['#ffffff', '#292929'],
};

/**
 * Reads the colours of a theme and of those that it includes.
 *
 * @param by.uiTheme what it builds on: `vs`, `vs-dark`, `hc-black` or `hc-light`
 * @throws Error that says what can't be read
 */
export function readColours(texts: Texts, by: { path: string; uiTheme: unknown }): ThemeColours {
  const base = grounds[typeof by.uiTheme === 'string' ? by.uiTheme : ''];
  const [background, foreground] = base ?? ['#1e1e1e', '#d4d4d4'];
  const colours: ThemeColours = { background, foreground, rules: [] };
  take(texts, by.path, { colours, seen: new Set() });
  return colours;
}

interface Taking {
  colours: ThemeColours;
  seen: Set<string>;
}

function take(texts: Texts, path: string, by: Taking): void {
  if (by.seen.has(path)) throw new Error(`${path} includes itself`);
  by.seen.add(path);
  const file = readTheme(texts, path);
  if (file === null) throw new Error(`${path} is not there`);
  const [fault] = file.faults;
  if (fault !== undefined) throw new Error(`${fault.place}: ${fault.message}`);
  if (!isRecord(file.value)) throw new Error(`${path}: expected a theme to be an object`);
  const { include, settings, colors, tokenColors } = file.value;
  if (typeof include === 'string' && include !== '') {
    take(texts, pathBeside(path, include) ?? include, by);
  }
  if (Array.isArray(settings)) {
    takeRules(settings, by.colours);
    return;
  }
  if (isRecord(colors)) takeGround(colors, by.colours);
  if (Array.isArray(tokenColors)) takeRules(tokenColors, by.colours);
  if (typeof tokenColors === 'string') {
    const named = pathBeside(path, tokenColors) ?? tokenColors;
    const text = texts.get(named);
    if (text === undefined) throw new Error(`${named} is not there`);
    const { value, faults } = readPlist(text, { path: named });
    if (faults[0] !== undefined) throw new Error(`${named}: ${faults[0].message}`);
    takeRules(isRecord(value) ? value['settings'] : null, by.colours);
  }
}

function takeGround(colors: Record<string, unknown>, colours: ThemeColours): void {
  for (const ground of ['background', 'foreground'] as const) {
    const value = colors[`editor.${ground}`];
    if (typeof value === 'string' && parseColour(value) !== null) colours[ground] = value;
  }
}

function takeRules(rules: unknown, colours: ThemeColours): void {
  for (const rule of Array.isArray(rules) ? rules : []) {
    const settings: unknown = isRecord(rule) ? rule['settings'] : undefined;
    if (!isRecord(rule) || !isRecord(settings)) continue;
    const { scope } = rule;
    const isList = Array.isArray(scope) && scope.every((one) => typeof one === 'string');
    if (typeof scope === 'string' || isList)
      colours.rules.push({ scope, settings: textsOf(settings) });
    else takeGround(withEditor(settings), colours); // a TextMate theme's colours of the window
  }
}

function withEditor(settings: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [`editor.${key}`, value]),
  );
}

function textsOf(settings: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    ['foreground', 'background', 'fontStyle'].flatMap((key) => {
      const value = settings[key];
      return typeof value === 'string' ? [[key, value]] : [];
    }),
  );
}
