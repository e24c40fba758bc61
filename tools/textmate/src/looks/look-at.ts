import { isRecord } from '@orchestra/core';
import type { IRawGrammar } from 'vscode-textmate';
import { readGrammarFile, readCommentedJson, type Texts } from '../read/read-contributed.ts';
import { insertSnippet } from '../snippets/insert-snippet.ts';
import { listSnippets } from '../snippets/list-snippets.ts';
import { parseSnippet } from '../snippets/parse-snippet.ts';
import { colourText } from './colour-text.ts';
import { isOfLanguage, listLanguages, listLooks, type Viewable } from './list-looks.ts';
import { lookAtIcons } from './look-at-icons.ts';
import type { Look } from './look.ts';
import { plainThemes } from './plain-themes.ts';
import { readColours } from './read-colours.ts';
import { sampleEndings, sampleFile, sampleGrammar } from './sample-language.ts';

/** What is looked at, and with what. */
export interface LookRequest {
  texts: Texts;
  /** All files of the extension. */
  paths: ReadonlySet<string>;
  contributes: unknown;
  /** Index in what `listLooks` gives. */
  nth: number;
  /** A text to colour; null for the sample that is built in. */
  file: { path: string; text: string } | null;
  /** Label of a theme of the extension, `Plain dark` or `Plain light`; null for the first of the extension. */
  theme: string | null;
}

/**
 * Shows how something that an extension contributes looks. Oniguruma has to be loaded before.
 *
 * @throws Error that says what can't be read
 */
export async function lookAt(request: LookRequest, onLine: (line: number) => void): Promise<Look> {
  const looks = listLooks(request.contributes);
  const viewed = looks[request.nth];
  if (viewed === undefined) throw new Error('There is nothing of this number');
  const { kind, label, path } = viewed;
  if (kind === 'icons') {
    const isProduct = viewed.contribution.point === 'productIconThemes';
    return { kind, label, icons: lookAtIcons(request.texts, { ...request, path, isProduct }) };
  }
  if (kind === 'snippets') return { kind, label, snippets: showSnippets(request.texts, path) };
  const theme = kind === 'theme' ? viewed : chooseTheme(looks, request.theme);
  const file = request.file ?? sampleFile;
  const themeLabel = typeof theme === 'string' ? theme : theme.label;
  const colours = readThemeOf(request.texts, theme);
  const grammars = ownGrammars(request);
  const scopeName =
    kind === 'grammar' ? scopeOf(viewed) : scopeOfFile(file.path, { ...request, looks });
  const lines = await colourText(file.text, { colours, scopeName, ...grammars, onLine });
  const { background, foreground } = colours;
  const sheet = { theme: themeLabel, background, foreground, file: file.path, scopeName, lines };
  return { kind, label, ...sheet };
}

function showSnippets(texts: Texts, path: string) {
  const file = readCommentedJson(texts, path);
  if (file === null) throw new Error(`${path} is not there`);
  if (!isRecord(file.value)) throw new Error(`${path}: expected snippets to be an object`);
  return listSnippets(file.value).snippets.map(({ name, prefixes, scopes, description, body }) => {
    const inserted = insertSnippet(parseSnippet(body).parts);
    return { name, prefixes, scopes, description, body: inserted };
  });
}

function chooseTheme(
  looks: readonly Viewable[],
  label: string | null,
): Viewable | keyof typeof plainThemes {
  const themes = looks.filter(({ kind }) => kind === 'theme');
  if (label === null) return themes[0] ?? 'Plain dark';
  const wanted = label.toLowerCase();
  const own = themes.find((theme) => theme.label.toLowerCase() === wanted);
  if (own !== undefined) return own;
  if (wanted === 'plain light') return 'Plain light';
  if (wanted === 'plain dark') return 'Plain dark';
  throw new Error(`There is no theme '${label}'`);
}

function readThemeOf(texts: Texts, theme: Viewable | keyof typeof plainThemes) {
  if (typeof theme !== 'string') {
    return readColours(texts, { path: theme.path, uiTheme: theme.contribution.fields['uiTheme'] });
  }
  const path = 'plain.json';
  return readColours(new Map([[path, plainThemes[theme]]]), { path, uiTheme: 'vs-dark' });
}

function scopeOf({ contribution, path }: Viewable): string {
  const { scopeName } = contribution.fields;
  if (typeof scopeName === 'string') return scopeName;
  throw new Error(`package.json says no "scopeName" of ${path}`);
}

/** The grammar of the extension for a file, or else the one that is built in; null where neither knows it. */
function scopeOfFile(
  path: string,
  { contributes, looks }: LookRequest & { looks: readonly Viewable[] },
): string | null {
  const language = listLanguages(contributes).find((one) => isOfLanguage(path, one));
  const own = looks.find(
    ({ kind, contribution }) =>
      kind === 'grammar' &&
      language !== undefined &&
      contribution.fields['language'] === language.id,
  );
  if (own !== undefined) return scopeOf(own);
  return isOfLanguage(path, { extensions: sampleEndings, filenames: [] })
    ? sampleGrammar.scopeName
    : null;
}

/** Grammars of the extension, and the one that is built in, where the extension has none of its name. */
function ownGrammars({ texts, contributes }: LookRequest) {
  const own = listLooks(contributes).filter(({ kind }) => kind === 'grammar');
  const fieldsOf = (scopeName: string) =>
    own.find(({ contribution }) => contribution.fields['scopeName'] === scopeName);
  return {
    grammarOf(scopeName: string): IRawGrammar | null {
      const found = fieldsOf(scopeName);
      if (found === undefined) return scopeName === sampleGrammar.scopeName ? sampleGrammar : null;
      const file = readGrammarFile(texts, found.path);
      if (file === null) throw new Error(`${found.path} is not there`);
      const [fault] = file.faults;
      if (fault !== undefined) throw new Error(`${fault.place}: ${fault.message}`);
      if (isGrammar(file.value, scopeName)) return file.value;
      throw new Error(
        `${found.path}: expected "scopeName" to be '${scopeName}', as package.json says`,
      );
    },
    injectionsTo: (scopeName: string) =>
      own.flatMap(({ contribution: { fields } }) => {
        const { injectTo, scopeName: scope } = fields;
        const isTo = Array.isArray(injectTo) && injectTo.includes(scopeName);
        return isTo && typeof scope === 'string' ? [scope] : [];
      }),
  };
}

/** The rest of a grammar is read by vscode-textmate, which takes anything. */
function isGrammar(value: unknown, scopeName: string): value is IRawGrammar {
  return isRecord(value) && value['scopeName'] === scopeName;
}
