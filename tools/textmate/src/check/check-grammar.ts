import { isRecord, problem, type Problem } from '@orchestra/core';
import { readGrammarFile, type Texts } from '../read/read-contributed.ts';
import type { ContributedFile } from '../read/read-file.ts';
import { broken, ignored, unreadable } from './found.ts';
import { type GrammarInclude, listExpressions } from './list-expressions.ts';

/** What a grammar is checked with. */
export interface GrammarChecks {
  texts: Texts;
  /** What the manifest says; null where it says nothing. */
  scopeName: string | null;
  /** Names of rules of another grammar of the same package; null where the package has none of this name. */
  rulesOf(scopeName: string): ReadonlySet<string> | null;
  /** Why an expression doesn't compile; null where it does. */
  compile(source: string): string | null;
}

/**
 * Checks a grammar: that it has the name that the manifest says, that its expressions compile, and that what it
 * includes of its own is there. Grammars of others may be missing: whoever has none loses only their colours.
 *
 * Source: https://code.visualstudio.com/api/language-extensions/syntax-highlight-guide
 */
export function checkGrammar(path: string, checks: GrammarChecks): Problem[] {
  const file = readGrammarFile(checks.texts, path);
  if (file === null) return [];
  if (file.faults.length > 0) return tellFaults(file);
  const grammar = file.value;
  if (!isRecord(grammar)) return [broken(path, 'Expected a grammar to be an object')];
  const { expressions, includes, misplaced } = listExpressions(grammar);
  const where = (at: (string | number)[]) => (at.length === 0 ? 'the grammar' : at.join('.'));
  return [
    ...checkScopeName(file, { named: grammar['scopeName'], wanted: checks.scopeName }),
    ...expressions.flatMap(({ at, source }) => {
      const why = checks.compile(source);
      if (why === null) return [];
      const message = `The regular expression of ${where(at)} doesn’t compile: ${why}`;
      return [problem('expression-invalid', { path: file.placeOf(at), message })];
    }),
    ...includes.flatMap((include) => checkInclude(file, include, checks)),
    ...misplaced.map(({ at, what }) => {
      return ignored(file.placeOf(at), `Expected ${what} at ${where(at)}; it is left out`);
    }),
  ];
}

function tellFaults(file: ContributedFile): Problem[] {
  return unreadable(file, 'grammar').map((one) => ({
    ...one,
    ...(file.path.endsWith('.json') && {
      hint: 'VS Code reads grammars as plain JSON: take out comments and trailing commas, and mend its syntax.',
    }),
  }));
}

function checkScopeName(
  file: ContributedFile,
  { named, wanted }: { named: unknown; wanted: string | null },
): Problem[] {
  if (named === wanted || (wanted === null && typeof named === 'string')) return [];
  const expected = wanted === null ? 'a text' : `'${wanted}', as package.json says`;
  const found = typeof named === 'string' ? `'${named}'` : 'none';
  const message = `Expected "scopeName" to be ${expected}; found ${found}`;
  return [problem('grammar-scope', { path: file.placeOf(['scopeName']), message })];
}

function checkInclude(
  file: ContributedFile,
  { at, target, isKnown }: GrammarInclude,
  checks: GrammarChecks,
): Problem[] {
  const [scope = '', name] = target.split('#');
  if (name === undefined) return []; // $self, $base, or a grammar as a whole
  const isOwn = scope === '' || scope === checks.scopeName;
  const isThere = isOwn ? isKnown(name) : (checks.rulesOf(scope)?.has(name) ?? true);
  if (isThere) return [];
  const message = `'${target}' leads to no rule of ${isOwn ? 'this grammar' : scope}`;
  return [problem('include-missing', { path: file.placeOf(at), message })];
}
