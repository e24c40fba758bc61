import {
  type CompletionItem,
  CompletionItemKind,
  type DocumentSymbol,
  type Hover,
  MarkupKind,
  type Position,
  type Range,
  SymbolKind,
} from 'vscode-languageserver/node';
import type { Parsed } from './parse';

const keywords: readonly CompletionItem[] = [
  { label: 'let', kind: CompletionItemKind.Keyword, detail: 'gives a name to a value' },
  { label: 'show', kind: CompletionItemKind.Keyword, detail: 'shows a value' },
];

/** What may be written at a place: keywords, and names that lines above it define. */
export function complete({ definitions }: Parsed, position: Position): CompletionItem[] {
  const before = definitions.filter(({ range }) => range.start.line < position.line);
  const names = new Map(before.map(({ name, value }) => [name, value]));
  const variables = [...names].map(([label, detail]): CompletionItem => {
    return { label, kind: CompletionItemKind.Variable, detail };
  });
  return [...keywords, ...variables];
}

/** What the name at a place stands for. */
export function hover({ definitions, uses }: Parsed, position: Position): Hover | null {
  const places = [...uses, ...definitions.map((one) => ({ ...one, range: one.nameRange }))];
  const found = places.find(({ range }) => contains(range, position));
  const definition = definitions.findLast(({ name }) => name === found?.name);
  if (found === undefined || definition === undefined) return null;
  const value = `\`${definition.name}\` is \`${definition.value}\``;
  return { contents: { kind: MarkupKind.Markdown, value }, range: found.range };
}

/** The names that a text defines. */
export function listSymbols({ definitions }: Parsed): DocumentSymbol[] {
  return definitions.map(({ name, value, range, nameRange }) => {
    return { name, detail: value, kind: SymbolKind.Variable, range, selectionRange: nameRange };
  });
}

function contains({ start, end }: Range, { line, character }: Position): boolean {
  return start.line === line && start.character <= character && character <= end.character;
}
