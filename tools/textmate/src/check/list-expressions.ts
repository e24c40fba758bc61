import { isRecord } from '@orchestra/core';

type Path = (string | number)[];

/** A regular expression of a grammar. */
export interface GrammarExpression {
  at: Path;
  source: string;
}

/** An `include` of a grammar, and the names of rules that it may refer to. */
export interface GrammarInclude {
  at: Path;
  target: string;
  isKnown(name: string): boolean;
}

/** What rules of a grammar have. */
export interface GrammarParts {
  expressions: GrammarExpression[];
  includes: GrammarInclude[];
  /** Values that are neither a rule nor an expression, where one was expected. */
  misplaced: { at: Path; what: string }[];
}

/** Names of rules, and of those around them. */
type Scope = readonly Record<string, unknown>[];

/**
 * Lists what the rules of a grammar have. A rule may have a repository of its own, which adds to those around it.
 *
 * Source: https://macromates.com/manual/en/language_grammars
 */
export function listExpressions(grammar: Record<string, unknown>): GrammarParts {
  const parts: GrammarParts = { expressions: [], includes: [], misplaced: [] };
  const waiting: { rule: unknown; at: Path; scope: Scope }[] = [
    { rule: grammar, at: [], scope: [] },
  ];
  const addAll = (rules: unknown, at: Path, scope: Scope) => {
    if (rules === undefined || rules === null) return;
    if (typeof rules !== 'object') parts.misplaced.push({ at, what: 'rules' });
    else
      for (const [key, rule] of Object.entries(rules)) {
        if (key === 'comment' && typeof rule === 'string') continue;
        waiting.push({ rule, at: [...at, Array.isArray(rules) ? Number(key) : key], scope });
      }
  };
  for (const next of waiting) {
    const { rule, at } = next;
    if (!isRecord(rule)) {
      if (!Array.isArray(rule)) parts.misplaced.push({ at, what: 'a rule' });
      else addAll(rule, at, next.scope); // a repository may name a list of rules
      continue;
    }
    const own = rule['repository'];
    const scope = isRecord(own) ? [...next.scope, own] : next.scope;
    if (isRecord(own)) addAll(own, [...at, 'repository'], scope);
    addAll(rule['patterns'], [...at, 'patterns'], scope);
    for (const key of ['captures', 'beginCaptures', 'endCaptures', 'whileCaptures']) {
      addAll(rule[key], [...at, key], scope);
    }
    if (at.length === 0) addAll(rule['injections'], ['injections'], scope);
    takeExpressions(rule, at, parts);
    const target = rule['include'];
    if (typeof target === 'string') {
      const isKnown = (name: string) => scope.some((names) => Object.hasOwn(names, name));
      parts.includes.push({ at: [...at, 'include'], target, isKnown });
    }
  }
  return parts;
}

function takeExpressions(rule: Record<string, unknown>, at: Path, parts: GrammarParts): void {
  for (const key of ['match', 'begin', 'end', 'while']) {
    const source = rule[key];
    if (source === undefined || source === null) continue;
    if (typeof source !== 'string') {
      parts.misplaced.push({ at: [...at, key], what: 'a regular expression' });
      continue;
    }
    // what "begin" has captured is put in for \1 of "end" and "while"
    const isLater = key === 'end' || key === 'while';
    const whole = isLater ? source.replaceAll(/\\(\d+)/g, 'x') : source;
    parts.expressions.push({ at: [...at, key], source: whole });
  }
}
