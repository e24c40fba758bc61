import { parseValue } from '@orchestra/core';
import { plain, plainLines, renderTable, type Style } from '@orchestra/terminal';
import type { FolderServices, LanguageQuestion } from '@orchestra/sandbox';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TSchema } from 'typebox';
import {
  ActionsSchema,
  type AnswerRange,
  type AnswerSymbol,
  CompletionsSchema,
  DoneSchema,
  EditsSchema,
  FileEditsSchema,
  LensesSchema,
  PlacesSchema,
  SymbolsSchema,
  TextsSchema,
} from './answers.ts';
import type { DevVscode } from './dev-vscode.ts';

/** What each question asks, for people. */
const does: Readonly<Record<LanguageQuestion, string>> = {
  hover: 'what is told of what is under the cursor',
  complete: 'what may be written there',
  define: 'where it is defined',
  references: 'where it is used',
  signature: 'what arguments a call takes',
  symbols: 'what the file has',
  lenses: 'commands between its lines',
  actions: 'what can be done; actions 1 does the first',
  format: 'format it; what is changed is not saved',
  rename: 'give it another name: rename NAME',
};

interface Asking {
  vscode: DevVscode;
  editor: FolderServices['editor'];
  style: Style;
  /** Which kinds of providers answer a question. */
  kindsOf: Readonly<Record<LanguageQuestion, readonly string[]>>;
}

/**
 * Asks what the extension offers about a language, at the cursor of the open file.
 *
 * @param typed a question, and what follows it; nothing lists what is offered
 * @returns text for people
 * @throws Error where nobody answers, or no file is open
 */
export async function askLanguage(typed: string, by: Asking): Promise<string> {
  const { vscode, editor, style, kindsOf } = by;
  const [word = '', ...rest] = typed.split(/\s+/);
  const isKnown = (name: string): name is LanguageQuestion => Object.hasOwn(kindsOf, name);
  if (!isKnown(word)) return listQuestions(by);
  const providers = vscode.providers(kindsOf[word]);
  if (providers.length === 0) throw new Error(`The extension doesn't offer this: ${word}`);
  const active = editor.active();
  if (active === null) throw new Error('Open a file first: o FILE:LINE:COLUMN');
  const { path } = active.document;
  const uri = pathToFileURL(path).href;
  const { line, column } = active.selection.start;
  const question = { uri, line, column, ...(word === 'rename' && { text: rest[0] ?? '' }) };
  if (word === 'rename' && rest[0] === undefined) throw new Error('Say which name: l rename NAME');
  const asked = providers.map(async (provider) => ({
    provider,
    answer: await provider.ask(question),
  }));
  // one that says nothing, as of another language, is none
  const told = (await Promise.all(asked)).filter(
    ({ answer }) => answer !== null && answer !== undefined,
  );
  const all = <S extends TSchema>(schema: S) =>
    told.map(({ answer }) => {
      const parsed = parseValue(schema, answer);
      if (!parsed.ok)
        throw new Error(`Its answer can't be shown: ${parsed.errors[0]?.message ?? ''}`);
      return parsed.value;
    });
  switch (word) {
    case 'hover':
    case 'signature':
      return orNothing(all(TextsSchema).flat().map(plainLines));
    case 'complete':
      return renderCompletions(all(CompletionsSchema).flat(), style);
    case 'define':
    case 'references': {
      const places = all(PlacesSchema).flat();
      return orNothing(places.map((one) => plain(vscode.placeOf(one.uri, one.range.start))));
    }
    case 'symbols':
      return orNothing(
        all(SymbolsSchema)
          .flat()
          .flatMap((one) => renderSymbol(one, 0)),
      );
    case 'lenses': {
      const lenses = all(LensesSchema).flat();
      return orNothing(
        lenses.map(({ title, range }) => `${range.start.line + 1}: ${plain(title)}`),
      );
    }
    case 'actions':
      return act(told, { chosen: rest[0], style, editor });
    case 'format': {
      const [first] = told;
      const edits = parseValue(EditsSchema, first?.answer);
      if (!edits.ok || edits.value.length === 0) return 'Nothing changes';
      await editor.edit(path, edits.value);
      return edits.value.map((edit) => renderEdit(edit)).join('\n');
    }
    case 'rename': {
      const files = all(FileEditsSchema).flat();
      await changeTexts(files, editor);
      const shown = files.flatMap(({ uri: of, edits }) =>
        edits.map(({ range, text }) => `${vscode.placeOf(of, range.start)} → ${text}`),
      );
      return orNothing(shown.map(plain));
    }
  }
}

interface Edit {
  range: AnswerRange;
  text: string;
}

function listQuestions({ vscode, style, kindsOf }: Asking): string {
  const rows = Object.entries(does)
    .filter(([word]) => vscode.providers(kindsOf[word as LanguageQuestion]).length > 0)
    .map(([word, text]) => [`  ${style.bold(`l ${word}`)}`, text]);
  if (rows.length === 0) throw new Error('The extension offers nothing about a language');
  return `${renderTable(rows)}\n${style.dim('They ask at the cursor of the open file: o FILE:LINE:COLUMN')}`;
}

function orNothing(lines: readonly string[]): string {
  return lines.length === 0 ? 'Nothing' : lines.join('\n');
}

function renderCompletions(
  items: readonly { label: string; kind: string; detail: string; sortText: string }[],
  style: Style,
): string {
  const shown = items.toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1)).slice(0, 20);
  if (shown.length === 0) return 'Nothing';
  const rows = shown.map(({ label, kind, detail }) => [
    plain(label),
    style.dim(plain(kind)),
    style.dim(plain(detail)),
  ]);
  const more = items.length > shown.length ? `\n… and ${items.length - shown.length} more` : '';
  return `${renderTable(rows)}${more}`;
}

function renderSymbol({ name, kind, range, children }: AnswerSymbol, depth: number): string[] {
  const own = `${'  '.repeat(depth)}${plain(name)} ${plain(kind)} ${range.start.line + 1}`;
  return [own, ...children.flatMap((child) => renderSymbol(child, depth + 1))];
}

function renderEdit({ range: { start, end }, text }: Edit): string {
  const at = `${start.line + 1}:${start.column + 1}`;
  const until = `${end.line + 1}:${end.column + 1}`;
  return `${at === until ? at : `${at}–${until}`} → ${plain(JSON.stringify(text))}`;
}

/** Lists what can be done, or does what was chosen. */
async function act(
  told: readonly { provider: { apply(number: number): Promise<unknown> }; answer: unknown }[],
  { chosen, style, editor }: { chosen: string | undefined } & Pick<Asking, 'style' | 'editor'>,
): Promise<string> {
  const actions = told.flatMap(({ provider, answer }) => {
    const parsed = parseValue(ActionsSchema, answer);
    return parsed.ok ? parsed.value.map((action) => ({ ...action, provider })) : [];
  });
  if (actions.length === 0) return 'Nothing';
  if (chosen === undefined) {
    const rows = actions.map(({ title, kind, disabled }, at) => [
      style.bold(String(at + 1).padStart(3)),
      plain(title),
      style.dim(plain(disabled === '' ? kind : disabled)),
    ]);
    return `${renderTable(rows)}\n${style.dim('Say which is to be done: l actions 1')}`;
  }
  const action = actions[Number(chosen) - 1];
  if (action === undefined)
    throw new Error(`There is no action ${chosen}: there are ${actions.length}`);
  if (action.disabled !== '') throw new Error(`It can't be done: ${action.disabled}`);
  const done = parseValue(DoneSchema, await action.provider.apply(action.apply));
  if (!done.ok) throw new Error(`What it does can't be read: ${done.errors[0]?.message ?? ''}`);
  const { texts, next } = done.value;
  await changeTexts(texts, editor);
  if (next !== null) await action.provider.apply(next);
  return `Done: ${plain(action.title)}`;
}

/** Changes texts as an editor does: the open file stays unsaved, others are written. */
async function changeTexts(
  files: readonly { uri: string; edits: Edit[] }[],
  editor: Asking['editor'],
): Promise<void> {
  const before = editor.active()?.document.path;
  for (const { uri, edits } of files) {
    const path = fileURLToPath(uri);
    if (await editor.edit(path, edits)) continue;
    await editor.open(path, {});
    if (!(await editor.edit(path, edits)) || !(await editor.save(path)))
      throw new Error(`${path} can't be changed`);
  }
  if (before !== undefined && editor.active()?.document.path !== before)
    await editor.open(before, {});
}
