import { check } from './check';
import { parse, type Parsed } from './parse';
import type { CompletionItem, LanguageServer, Position, Range } from './protocol';

const keywords: readonly CompletionItem[] = [
  { label: 'let', kind: 'keyword', detail: 'gives a name to a value' },
  { label: 'show', kind: 'keyword', detail: 'shows a value' },
];

/** Makes a server that knows the documents it is told of, and nothing of any editor. */
export function createServer(): LanguageServer {
  const documents = new Map<string, Parsed>();
  const read = (uri: string) => documents.get(uri) ?? parse('');
  return {
    didChange(uri, text) {
      const parsed = parse(text);
      documents.set(uri, parsed);
      return check(parsed);
    },
    didClose(uri) {
      documents.delete(uri);
    },
    completion(uri, position) {
      const before = read(uri).definitions.filter(({ range }) => range.start.line < position.line);
      const names = new Map(before.map(({ name, value }) => [name, value]));
      const variables = [...names].map(([label, detail]): CompletionItem => {
        return { label, kind: 'variable', detail };
      });
      return [...keywords, ...variables];
    },
    hover(uri, position) {
      const { definitions, uses } = read(uri);
      const places = [...uses, ...definitions.map((one) => ({ ...one, range: one.nameRange }))];
      const found = places.find(({ range }) => contains(range, position));
      const definition = definitions.findLast(({ name }) => name === found?.name);
      if (found === undefined || definition === undefined) return null;
      const contents = `\`${definition.name}\` is \`${definition.value}\``;
      return { contents, range: found.range };
    },
    documentSymbol(uri) {
      return read(uri).definitions.map(({ name, value, range, nameRange }) => {
        return { name, detail: value, range, selectionRange: nameRange };
      });
    },
  };
}

function contains({ start, end }: Range, { line, character }: Position): boolean {
  return start.line === line && start.character <= character && character <= end.character;
}
