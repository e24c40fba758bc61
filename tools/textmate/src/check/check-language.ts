import { isRecord, problem, type Problem } from '@orchestra/core';
import { readCommentedJson, type Texts } from '../read/read-contributed.ts';
import { broken, ignored } from './found.ts';

type Path = (string | number)[];

/**
 * Checks a language configuration. VS Code takes what it can read of one, so all of it is warnings.
 *
 * Source: https://code.visualstudio.com/api/language-extensions/language-configuration-guide
 */
export function checkLanguage(texts: Texts, path: string): Problem[] {
  const file = readCommentedJson(texts, path);
  if (file === null) return [];
  const faults = file.faults.map(({ message, place }) =>
    ignored(place, `Not all of this language configuration can be read: ${message}`),
  );
  if (!isRecord(file.value)) {
    return [...faults, broken(path, 'Expected a language configuration to be an object')];
  }
  const expressions = listExpressions(file.value).flatMap(({ at, value }) => {
    const why = faultOf(value);
    if (why === null) return [];
    const message = `Expected a regular expression of JavaScript for ${at.join('.')}: ${why}`;
    const place = { path: file.placeOf(at), severity: 'warning' } as const;
    return [problem('expression-invalid', { ...place, message })];
  });
  return [...faults, ...expressions, ...checkPairs(file.value, (at) => file.placeOf(at))];
}

interface Expression {
  at: Path;
  value: unknown;
}

function listExpressions(configuration: Record<string, unknown>): Expression[] {
  const { wordPattern, folding, indentationRules, onEnterRules } = configuration;
  const markers = isRecord(folding) ? folding['markers'] : undefined;
  return [
    { at: ['wordPattern'], value: wordPattern },
    ...fieldsOf(markers, ['folding', 'markers']),
    ...fieldsOf(indentationRules, ['indentationRules']),
    ...(Array.isArray(onEnterRules) ? onEnterRules : []).flatMap((rule: unknown, nth) =>
      ['beforeText', 'afterText', 'previousLineText'].map((key) => ({
        at: ['onEnterRules', nth, key],
        value: isRecord(rule) ? rule[key] : undefined,
      })),
    ),
  ].filter(({ value }) => value !== undefined && value !== null);
}

function fieldsOf(value: unknown, at: Path): Expression[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).map(([key, one]) => ({ at: [...at, key], value: one }));
}

/** Why a value is no regular expression; null where it is one. */
function faultOf(value: unknown): string | null {
  const pattern = isRecord(value) ? value['pattern'] : value;
  const flags = isRecord(value) ? (value['flags'] ?? '') : '';
  if (typeof pattern !== 'string' || typeof flags !== 'string') {
    return 'it is neither a text nor an object with "pattern"';
  }
  try {
    RegExp(pattern, flags);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function checkPairs(
  configuration: Record<string, unknown>,
  placeOf: (at: Path) => string,
): Problem[] {
  return ['brackets', 'autoClosingPairs', 'surroundingPairs', 'colorizedBracketPairs'].flatMap(
    (key) => {
      const pairs = configuration[key];
      if (pairs === undefined || pairs === null) return [];
      if (!Array.isArray(pairs))
        return [ignored(placeOf([key]), `Expected "${key}" to be an array`)];
      return pairs.flatMap((pair: unknown, nth) => {
        if (isPair(pair, key === 'brackets' || key === 'colorizedBracketPairs')) return [];
        const message = `Expected a pair of texts in "${key}"; it is left out`;
        return [ignored(placeOf([key, nth]), message)];
      });
    },
  );
}

function isPair(pair: unknown, isPlain: boolean): boolean {
  if (Array.isArray(pair)) {
    return pair.length === 2 && pair.every((one) => typeof one === 'string');
  }
  return (
    !isPlain &&
    isRecord(pair) &&
    typeof pair['open'] === 'string' &&
    typeof pair['close'] === 'string'
  );
}
