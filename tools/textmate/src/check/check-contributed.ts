import { isRecord, type Problem } from '@orchestra/core';
import { type Contribution, listContributions } from '../read/contributions.ts';
import { readGrammarFile } from '../read/read-contributed.ts';
import { checkColourTheme } from './check-colour-theme.ts';
import { checkGrammar } from './check-grammar.ts';
import { checkIconTheme, checkProductIconTheme, type PackageTexts } from './check-icon-theme.ts';
import { checkLanguage } from './check-language.ts';
import { checkSnippets } from './check-snippets.ts';
import { broken } from './found.ts';

/**
 * Checks all files that `contributes` names as themes, grammars, snippets and language configurations, in the order of
 * the manifest. Whether they are there at all, `checkFiles` of packaging says.
 *
 * @param by.compile why an expression doesn't compile in Oniguruma; null where it does
 */
export function checkContributed(
  by: PackageTexts & { contributes: unknown; compile: (source: string) => string | null },
): Problem[] {
  const contributions = listContributions(by.contributes);
  const rules = rulesByScope(contributions, by);
  const seen = new Set<string>();
  const themes = new Set<string>(); // one may be the base of several
  const isNew = (key: string) => !seen.has(key) && seen.add(key);
  return contributions.flatMap((one) => {
    const fields = checkFields(one);
    const { path, point } = one;
    if (path === null || !isNew(JSON.stringify([point, path, one.fields['scopeName']])))
      return fields;
    return [...fields, ...checkFile(one, path, { ...by, rules, themes })];
  });
}

type Rules = (scopeName: string) => ReadonlySet<string> | null;

function checkFile(
  { point, fields }: Contribution,
  path: string,
  by: PackageTexts & {
    compile: (source: string) => string | null;
    rules: Rules;
    themes: Set<string>;
  },
): Problem[] {
  const { texts, compile } = by;
  switch (point) {
    case 'themes':
      return checkColourTheme(texts, path, by.themes);
    case 'iconThemes':
      return checkIconTheme(by, path);
    case 'productIconThemes':
      return checkProductIconTheme(by, path);
    case 'snippets':
      return checkSnippets(texts, path);
    case 'languages':
      return checkLanguage(texts, path);
    case 'grammars': {
      const named = fields['scopeName'];
      const scopeName = typeof named === 'string' ? named : null;
      return checkGrammar(path, { texts, scopeName, rulesOf: by.rules, compile });
    }
  }
}

/** Fields without which VS Code doesn't take a contribution. */
function checkFields({ point, place, fields }: Contribution): Problem[] {
  const lacking = (key: string, what: string) =>
    typeof fields[key] === 'string' && fields[key] !== ''
      ? []
      : [broken(`${place}/${key}`, `Expected ${what} in "${key}" of ${point}; found none`)];
  switch (point) {
    case 'themes':
      return lacking('path', 'the path of a theme');
    case 'iconThemes':
    case 'productIconThemes':
      return [...lacking('path', 'the path of a theme'), ...lacking('id', 'an id')];
    case 'grammars':
      return [...lacking('path', 'the path of a grammar'), ...lacking('scopeName', 'a scope')];
    case 'languages':
      return lacking('id', 'an id');
    case 'snippets': {
      const { language, path } = fields;
      const isForAll = typeof path === 'string' && path.endsWith('.code-snippets');
      const paths = lacking('path', 'the path of snippets');
      return isForAll || typeof language === 'string'
        ? paths
        : [...paths, ...lacking('language', 'a language')];
    }
  }
}

/** Names of rules of the package's own grammars; each is read where it is asked for, once. */
function rulesByScope(contributions: readonly Contribution[], { texts }: PackageTexts): Rules {
  const paths = new Map<string, string>();
  for (const { point, fields, path } of contributions) {
    const scope = fields['scopeName'];
    if (point === 'grammars' && typeof scope === 'string' && path !== null) paths.set(scope, path);
  }
  const read = new Map<string, ReadonlySet<string> | null>();
  return (scopeName) => {
    const path = paths.get(scopeName);
    if (path === undefined) return null;
    const known = read.get(scopeName);
    if (known !== undefined) return known;
    const grammar = readGrammarFile(texts, path)?.value;
    const repository = isRecord(grammar) ? grammar['repository'] : null;
    const names = isRecord(grammar)
      ? new Set(isRecord(repository) ? Object.keys(repository) : [])
      : null;
    read.set(scopeName, names);
    return names;
  };
}
