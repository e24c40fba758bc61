import { guest } from 'orchestra:api';
import { commands } from '../commands.ts';
import type { TextDocument } from '../documents/text-document.ts';
import { CompletionItemKind, SymbolKind } from '../types/enums.ts';
import { neverCancelled } from '../types/events.ts';
import { type CodeAction, CodeActionKind, type CompletionItem, textOf } from '../types/language.ts';
import { type Position, Range, toRange } from '../types/positions.ts';
import {
  plainSnippet,
  SnippetString,
  toWireEdit,
  toWireRange,
  WorkspaceEdit,
} from '../types/text.ts';
import type { Uri } from '../types/uri.ts';
import { workspace } from '../workspace/index.ts';
import { diagnosticsOf } from './diagnostics.ts';

/** What a provider is asked about. */
export interface Question {
  document: TextDocument;
  position: Position;
  /** What is to be written in its place: of renames. */
  text: string;
}

type Method = (...args: unknown[]) => unknown;
type Ask = (method: string, ...args: unknown[]) => Promise<unknown>;
/** Asks a provider, and gives what it says as the host takes it; null where it says nothing. */
type Answer = (ask: Ask, question: Question) => Promise<unknown>;

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value.filter((one) => one !== null && one !== undefined) : [];

/** What stands alone is a list of one. */
const manyOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? listOf(value) : listOf([value]);

function toPlace(given: unknown) {
  const { uri, range, targetUri, targetRange, targetSelectionRange } = given as {
    uri?: Uri;
    range?: Range;
    targetUri?: Uri;
    targetRange?: Range;
    targetSelectionRange?: Range;
  };
  const where = targetSelectionRange ?? targetRange ?? range;
  return {
    uri: String(targetUri ?? uri ?? ''),
    range: toWireRange(where === undefined ? new Range(0, 0, 0, 0) : toRange(where)),
  };
}

/** Makes an answer of places: definitions and their like. */
const places =
  (method: string, ...more: unknown[]): Answer =>
  async (ask, { document, position }) =>
    manyOf(await ask(method, document, position, ...more, neverCancelled)).map(toPlace);

const hover: Answer = async (ask, { document, position }) => {
  const told = await ask('provideHover', document, position, neverCancelled);
  if (told === null || told === undefined) return null;
  const { contents } = told as { contents: unknown };
  return manyOf(contents)
    .map(textOf)
    .filter((text) => text !== '');
};

const completion: Answer = async (ask, { document, position }) => {
  const context = { triggerKind: 0, triggerCharacter: undefined };
  const told = await ask('provideCompletionItems', document, position, neverCancelled, context);
  const items = Array.isArray(told) ? told : listOf((told as { items?: unknown } | null)?.items);
  return listOf(items)
    .slice(0, 10_000)
    .map((item) => toCompletion(item as CompletionItem));
};

function toCompletion({
  label,
  kind,
  detail,
  documentation,
  insertText,
  sortText,
}: CompletionItem) {
  const name = typeof label === 'string' ? label : label.label;
  const text = insertText instanceof SnippetString ? plainSnippet(insertText) : insertText;
  const doc = documentation === undefined ? '' : textOf(documentation);
  return {
    label: name,
    kind: kind === undefined ? '' : String(CompletionItemKind[kind] ?? ''),
    detail: detail ?? (typeof label === 'string' ? '' : (label.detail ?? '')),
    documentation: doc,
    insertText: text ?? name,
    sortText: sortText ?? name,
  };
}

const options = { tabSize: 4, insertSpaces: true };

const formatting: Answer = async (ask, { document }) =>
  listOf(await ask('provideDocumentFormattingEdits', document, options, neverCancelled)).map(
    toWireEdit,
  );

const rangeFormatting: Answer = async (ask, { document }) => {
  const all = document.validateRange(new Range(0, 0, document.lineCount, 0));
  return listOf(
    await ask('provideDocumentRangeFormattingEdits', document, all, options, neverCancelled),
  ).map(toWireEdit);
};

interface Command {
  command: string;
  title: string;
  arguments?: unknown[];
}

/** A provider may offer commands as well as actions. */
function isCommand(given: CodeAction | Command): given is Command {
  return typeof given.command === 'string';
}

/** What can be done, each with a function that does it. */
const codeAction: Answer = async (ask, { document, position }) => {
  const at = new Range(position, position);
  const diagnostics = diagnosticsOf(document.uri).filter(({ range }) => range.contains(position));
  const [first = at] = diagnostics.map(({ range }) => range);
  const context = { diagnostics, triggerKind: 1, only: undefined };
  const told = await ask('provideCodeActions', document, first, context, neverCancelled);
  return listOf(told).map((given) => {
    const action = given as CodeAction | Command;
    const apply = guest.link.keepCallback(() => applyAction(action, ask));
    const { kind, disabled } = isCommand(action) ? {} : action;
    return {
      title: action.title,
      kind: kind instanceof CodeActionKind ? kind.value : '',
      disabled: disabled?.reason ?? '',
      apply: apply.id,
    };
  });
};

/**
 * What becomes of an action that a person chose: texts that the editor changes, since the person wants it, and a number
 * by which the rest is done then, null where there is none.
 */
async function applyAction(given: CodeAction | Command, ask: Ask) {
  if (isCommand(given)) return { texts: [], next: keepCommand(given) };
  const resolved =
    given.edit === undefined ? await ask('resolveCodeAction', given, neverCancelled) : given;
  const { edit, command } = (resolved ?? given) as CodeAction;
  const hasFiles = edit !== undefined && WorkspaceEdit.stepsOf(edit).length > 0;
  // what makes and deletes files is for who may do that
  if (hasFiles) await workspace.applyEdit(edit);
  const texts = edit === undefined || hasFiles ? [] : toFileEdits(edit);
  return { texts, next: command === undefined ? null : keepCommand(command) };
}

function keepCommand({ command, arguments: args = [] }: Omit<Command, 'title'>): number {
  const kept = guest.link.keepCallback(async () => {
    await commands.executeCommand(command, ...args);
  });
  return kept.id;
}

function toFileEdits(edit: WorkspaceEdit) {
  return edit.entries().map(([uri, edits]) => ({ uri: String(uri), edits: edits.map(toWireEdit) }));
}

const documentSymbol: Answer = async (ask, { document }) =>
  listOf(await ask('provideDocumentSymbols', document, neverCancelled)).map((one) =>
    toSymbol(one, 0),
  );

interface GivenSymbol {
  name: string;
  kind: number;
  detail?: string;
  range?: Range;
  location?: { range: Range };
  children?: unknown[];
}

function toSymbol(given: unknown, depth: number): object {
  const { name, kind, detail = '', range, location, children } = given as GivenSymbol;
  const at = range ?? location?.range ?? new Range(0, 0, 0, 0);
  return {
    name,
    detail,
    kind: String(SymbolKind[kind] ?? ''),
    range: toWireRange(toRange(at)),
    children: depth > 50 ? [] : listOf(children).map((child) => toSymbol(child, depth + 1)),
  };
}

const rename: Answer = async (ask, { document, position, text }) => {
  const told = await ask('provideRenameEdits', document, position, text, neverCancelled);
  if (!(told instanceof WorkspaceEdit)) return null;
  return toFileEdits(told);
};

const signatureHelp: Answer = async (ask, { document, position }) => {
  const context = { triggerKind: 1, isRetrigger: false };
  const told = await ask('provideSignatureHelp', document, position, neverCancelled, context);
  const { signatures } = (told ?? {}) as { signatures?: { label: string }[] };
  return listOf(signatures).map((one) => (one as { label: string }).label);
};

const codeLens: Answer = async (ask, { document }) => {
  const lenses = listOf(await ask('provideCodeLenses', document, neverCancelled));
  const shown = lenses.slice(0, 1_000).map(async (lens) => {
    const { command } = lens as { command?: { title: string } };
    const resolved =
      command === undefined ? await ask('resolveCodeLens', lens, neverCancelled) : lens;
    const { range, command: own } = (resolved ?? lens) as {
      range: Range;
      command?: { title: string };
    };
    return { title: own?.title ?? '', range: toWireRange(toRange(range)) };
  });
  return Promise.all(shown);
};

/** What a person can ask here, by the part of the name of a provider between `register` and `Provider`. */
export const answers: Readonly<Record<string, Answer>> = {
  Hover: hover,
  CompletionItem: completion,
  Definition: places('provideDefinition'),
  Declaration: places('provideDeclaration'),
  TypeDefinition: places('provideTypeDefinition'),
  Implementation: places('provideImplementation'),
  Reference: places('provideReferences', { includeDeclaration: true }),
  DocumentFormattingEdit: formatting,
  DocumentRangeFormattingEdit: rangeFormatting,
  CodeActions: codeAction,
  DocumentSymbol: documentSymbol,
  Rename: rename,
  SignatureHelp: signatureHelp,
  CodeLens: codeLens,
};

/** Asks a provider by its methods; those that it hasn't say nothing. */
export function asker(provider: object): Ask {
  return async (method, ...args) => {
    const own: unknown = Reflect.get(provider, method);
    return typeof own === 'function' ? Reflect.apply(own as Method, provider, args) : undefined;
  };
}
