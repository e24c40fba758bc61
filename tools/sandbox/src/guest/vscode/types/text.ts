import { Uri, pathOf } from './uri.ts';
import { type Position, Range, toPosition, toRange } from './positions.ts';

/** Text in Markdown. */
export class MarkdownString {
  value: string;
  isTrusted: unknown;
  supportThemeIcons: boolean | undefined;
  supportHtml: boolean | undefined;
  baseUri: Uri | undefined;

  constructor(value = '', supportThemeIcons = false) {
    this.value = value;
    this.supportThemeIcons = supportThemeIcons;
  }

  appendText(text: string): this {
    this.value += text
      .replace(/[\\`*_{}[\]()#+\-!~<>|]/g, String.raw`\$&`)
      .replaceAll('\n', '\n\n');
    return this;
  }

  appendMarkdown(text: string): this {
    this.value += text;
    return this;
  }

  appendCodeblock(code: string, language = ''): this {
    const longest = Math.max(2, ...Array.from(code.matchAll(/`+/g), ([ticks]) => ticks.length));
    const fence = '`'.repeat(longest + 1);
    this.value += `\n${fence}${language}\n${code}\n${fence}\n`;
    return this;
  }
}

/** Text with places to fill in. */
export class SnippetString {
  value: string;
  #tabstops = 0;

  constructor(value = '') {
    this.value = value;
  }

  appendText(text: string): this {
    this.value += text.replace(/[\\$}]/g, String.raw`\$&`);
    return this;
  }

  appendTabstop(number: number = (this.#tabstops += 1)): this {
    this.value += `$${number}`;
    return this;
  }

  appendPlaceholder(
    value: string | ((inner: SnippetString) => unknown),
    number: number = (this.#tabstops += 1),
  ): this {
    this.value += `\${${number}:${inner(value)}}`;
    return this;
  }

  appendChoice(values: readonly string[], number: number = (this.#tabstops += 1)): this {
    const escaped = values.map((one) => one.replace(/[\\|,]/g, String.raw`\$&`));
    this.value += `\${${number}|${escaped.join(',')}|}`;
    return this;
  }

  appendVariable(name: string, fallback?: string | ((inner: SnippetString) => unknown)): this {
    this.value += fallback === undefined ? `$${name}` : `\${${name}:${inner(fallback)}}`;
    return this;
  }
}

function inner(value: string | ((inner: SnippetString) => unknown)): string {
  const snippet = new SnippetString();
  if (typeof value === 'function') value(snippet);
  else snippet.appendText(value);
  return snippet.value;
}

/** A snippet as it stands before anybody fills it in. */
export function plainSnippet({ value }: SnippetString): string {
  return value
    .replace(/\$\{\d+\|((?:[^\\|,]|\\.)*)[^}]*\}/g, '$1')
    .replace(/\$\{\w+:((?:[^\\}]|\\.)*)\}/g, '$1')
    .replace(/\$(?:\w+|\{\w+\})/g, '')
    .replace(/\\([\\$}|,])/g, '$1');
}

/** A change of a text. */
export class TextEdit {
  range: Range;
  newText: string;
  newEol: number | undefined;

  constructor(range: Range, newText: string) {
    this.range = toRange(range);
    this.newText = newText;
  }

  static replace(range: Range, newText: string): TextEdit {
    return new TextEdit(range, newText);
  }

  static insert(position: Position, newText: string): TextEdit {
    const at = toPosition(position);
    return new TextEdit(new Range(at, at), newText);
  }

  static delete(range: Range): TextEdit {
    return new TextEdit(range, '');
  }

  static setEndOfLine(eol: number): TextEdit {
    const edit = new TextEdit(new Range(0, 0, 0, 0), '');
    edit.newEol = eol;
    return edit;
  }
}

/** A change of a text by a snippet. */
export class SnippetTextEdit {
  range: Range;
  snippet: SnippetString;

  constructor(range: Range, snippet: SnippetString) {
    this.range = range;
    this.snippet = snippet;
  }

  static replace(range: Range, snippet: SnippetString): SnippetTextEdit {
    return new SnippetTextEdit(range, snippet);
  }

  static insert(position: Position, snippet: SnippetString): SnippetTextEdit {
    return new SnippetTextEdit(new Range(position, position), snippet);
  }
}

/** What a workspace edit does with files, as the host takes it. */
export type FileStep =
  | { do: 'create'; path: string; overwrite: boolean; ignore: boolean; text?: string }
  | { do: 'delete'; path: string; recursive: boolean; ignore: boolean }
  | { do: 'rename'; path: string; to: string; overwrite: boolean };

interface FileOptions {
  overwrite?: boolean;
  ignoreIfExists?: boolean;
  ignoreIfNotExists?: boolean;
  recursive?: boolean;
  contents?: unknown;
}

/** Changes of texts and files, which `workspace.applyEdit` carries out. */
export class WorkspaceEdit {
  readonly #texts = new Map<string, { uri: Uri; edits: TextEdit[] }>();
  readonly #files: FileStep[] = [];

  get size(): number {
    return this.#texts.size + this.#files.length;
  }

  replace(uri: Uri, range: Range, newText: string): void {
    this.#of(uri).push(new TextEdit(range, newText));
  }

  insert(uri: Uri, position: Position, newText: string): void {
    this.#of(uri).push(TextEdit.insert(position, newText));
  }

  delete(uri: Uri, range: Range): void {
    this.#of(uri).push(TextEdit.delete(range));
  }

  has(uri: Uri): boolean {
    return this.#texts.has(uri.toString());
  }

  get(uri: Uri): TextEdit[] {
    return [...(this.#texts.get(uri.toString())?.edits ?? [])];
  }

  set(uri: Uri, edits: readonly unknown[] | undefined): void {
    if (edits === undefined) {
      this.#texts.delete(uri.toString());
      return;
    }
    const own = edits.map((one) => toTextEdit(Array.isArray(one) ? one[0] : one));
    this.#texts.set(uri.toString(), { uri, edits: own });
  }

  entries(): [Uri, TextEdit[]][] {
    return Array.from(this.#texts.values(), ({ uri, edits }) => [uri, [...edits]]);
  }

  createFile(uri: Uri, { overwrite, ignoreIfExists, contents }: FileOptions = {}): void {
    this.#files.push({
      do: 'create',
      path: pathOf(uri),
      overwrite: overwrite === true,
      ignore: ignoreIfExists === true,
      ...(contents instanceof Uint8Array && { text: new TextDecoder().decode(contents) }),
    });
  }

  deleteFile(uri: Uri, { recursive, ignoreIfNotExists }: FileOptions = {}): void {
    const ignore = ignoreIfNotExists === true;
    this.#files.push({ do: 'delete', path: pathOf(uri), recursive: recursive === true, ignore });
  }

  renameFile(from: Uri, to: Uri, { overwrite }: FileOptions = {}): void {
    const path = pathOf(from);
    this.#files.push({ do: 'rename', path, to: pathOf(to), overwrite: overwrite === true });
  }

  /** What is done with files, before the texts. */
  static stepsOf(edit: WorkspaceEdit): readonly FileStep[] {
    return edit.#files;
  }

  #of(uri: Uri): TextEdit[] {
    const key = uri.toString();
    const known = this.#texts.get(key) ?? { uri, edits: [] };
    this.#texts.set(key, known);
    return known.edits;
  }
}

function toTextEdit(given: unknown): TextEdit {
  if (given instanceof TextEdit) return given;
  if (given instanceof SnippetTextEdit)
    return new TextEdit(given.range, plainSnippet(given.snippet));
  const { range, newText } = Object(given) as { range?: unknown; newText?: unknown };
  return new TextEdit(toRange(range), String(newText));
}

/** An edit as the host takes it. */
export function toWireEdit(given: unknown) {
  const { range, newText } = toTextEdit(given);
  return { range: toWireRange(range), text: newText };
}

/** A range as the host takes it: lines and columns from 0. */
export function toWireRange({ start, end }: Range) {
  return {
    start: { line: start.line, column: start.character },
    end: { line: end.line, column: end.character },
  };
}

/** The whole address of a file that is named by a path or an address. */
export function toUri(given: Uri | string): Uri {
  return typeof given === 'string' ? Uri.file(given) : given;
}
