import type { AnyNode } from 'acorn';
import { bare } from '../syntax/syntax.ts';

/** Methods of a text that make another one of it, whose result is as harmless as the text. */
export const keepsText =
  /^(?:trim|trimStart|trimEnd|toString|valueOf|toLowerCase|toUpperCase|toLocaleLowerCase|toLocaleUpperCase|normalize|toWellFormed|at|charAt|slice|substring|substr|split|padStart|padEnd|repeat|concat)$/;

/** Methods that give a number, a date as text, or a truth. */
export const givesNumber =
  /^(?:length|indexOf|lastIndexOf|search|charCodeAt|codePointAt|localeCompare|toFixed|toPrecision|toExponential|toISOString|toUTCString|toJSON|toDateString|toTimeString|toLocale(?:Date|Time)?String|get(?:UTC)?(?:Time|Date|Day|FullYear|Month|Hours|Minutes|Seconds|Milliseconds)|getTimezoneOffset|includes|startsWith|endsWith|test|has|every|some|findIndex|now|size)$/;

const mostCharacters = 200_000;

/** Computes a method of a constant text; null where it isn't known. */
export function computeMethod(
  text: string,
  { name, given }: { name: string; given: readonly (string | undefined)[] },
): string | null {
  if (given.includes(undefined)) return null;
  const texts = given.map((each) => each ?? '');
  const numbers = texts.map(Number);
  const [first = Number.NaN, second] = numbers;
  switch (name) {
    case 'trim':
      return text.trim();
    case 'trimStart':
      return text.trimStart();
    case 'trimEnd':
      return text.trimEnd();
    case 'toString':
    case 'valueOf':
    case 'toWellFormed':
    case 'normalize':
      return text;
    case 'toLowerCase':
    case 'toLocaleLowerCase':
      return text.toLowerCase();
    case 'toUpperCase':
    case 'toLocaleUpperCase':
      return text.toUpperCase();
    case 'at':
      return text.at(first) ?? '';
    case 'charAt':
      return text.charAt(first);
    case 'slice':
      return text.slice(first || 0, second);
    case 'substring':
      return text.substring(first || 0, second);
    case 'substr':
      return text.slice(first || 0, second === undefined ? undefined : (first || 0) + second);
    case 'padStart':
      return text.padStart(Math.min(first, 1000), texts[1]);
    case 'padEnd':
      return text.padEnd(Math.min(first, 1000), texts[1]);
    case 'repeat':
      return text.length * first <= mostCharacters && first >= 0 ? text.repeat(first) : null;
    case 'concat':
      return text + texts.join('');
    default:
      return null;
  }
}

/** What `replace` and `replaceAll` look for: a text, or a pattern. */
export type Pattern = string | RegExp;

/**
 * A pattern in the code that can be run without harm: it has few parts of any length, and none inside of another.
 */
export function patternOf(written: AnyNode): RegExp | null {
  const node = bare(written);
  if (node.type !== 'Literal' || !node.regex) return null;
  const { pattern, flags } = node.regex;
  const endless = pattern.match(/[*+]|\{\d+,\}/g) ?? [];
  if (endless.length > 3 || /\)[*+{]/.test(pattern)) return null;
  try {
    return new RegExp(pattern, flags);
  } catch {
    return null;
  }
}

/**
 * What a pattern with unknown parts finds at most; null where its constant parts are too short to tell.
 *
 * @param isPattern true for the text of a regular expression
 */
export function partlyKnown(text: string, isPattern: boolean): RegExp | null {
  if (text.includes('\f')) return null;
  const parts = text
    .split(/[\uFDD0-\uFDD5]+/)
    .map((part) => (isPattern ? part.replace(/\\(\W)/g, '$1') : part));
  const [first = ''] = parts;
  if (parts.length < 2 || parts.length > 4 || first.length < 2 || (parts.at(-1) ?? '') === '')
    return null;
  if (isPattern && parts.some((part) => /\\[a-z]|[*+?|]/i.test(part))) return null;
  const literal = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(literal.join('[^]{0,100}?'), 'g');
}

/** A text in which what is found stands for another one; null where that may take too long. */
export function replaceIn(
  text: string,
  { pattern, by, isAll }: { pattern: Pattern; by: string; isAll: boolean },
): string | null {
  if (typeof pattern === 'string') {
    if (pattern === '') return null;
    return isAll ? text.replaceAll(pattern, () => by) : text.replace(pattern, () => by);
  }
  if (text.length > 20_000) return null;
  if (!/\$[&\d<]/.test(by)) return text.replace(pattern, () => by);
  return text.replace(pattern, by);
}
