import { EndOfLine } from '../types/enums.ts';
import { Position, Range, toPosition, toRange } from '../types/positions.ts';
import type { Uri } from '../types/uri.ts';

/** A line of a text, without what ends it. */
export interface TextLine {
  readonly lineNumber: number;
  readonly text: string;
  readonly range: Range;
  readonly rangeIncludingLineBreak: Range;
  readonly firstNonWhitespaceCharacterIndex: number;
  readonly isEmptyOrWhitespace: boolean;
}

/** What the host knows of a document. */
export interface DocumentFacts {
  languageId: string;
  isDirty: boolean;
  text: string;
}

const usualWord = /(-?\d*\.\d\w*)|([^`~!@#%^&*()\-=+[{\]}\\|;:'",.<>/?\s]+)/g;

/** A document as VS Code has them: its text is as it is now. */
export class TextDocument {
  readonly uri: Uri;
  version = 1;
  isClosed = false;
  readonly isUntitled: boolean;
  readonly encoding = 'utf8';
  #facts: DocumentFacts;
  readonly #save: (document: TextDocument) => Promise<boolean>;
  /** Where lines begin; made when somebody asks. */
  #starts: number[] | null = null;

  constructor(
    uri: Uri,
    facts: DocumentFacts,
    save: (document: TextDocument) => Promise<boolean> = () => Promise.resolve(false),
  ) {
    this.uri = uri;
    this.#facts = facts;
    this.#save = save;
    this.isUntitled = uri.scheme === 'untitled';
  }

  get fileName(): string {
    return this.uri.fsPath;
  }

  get languageId(): string {
    return this.#facts.languageId;
  }

  get isDirty(): boolean {
    return this.#facts.isDirty;
  }

  get eol(): number {
    return EndOfLine[this.#facts.text.includes('\r\n') ? 'CRLF' : 'LF'] ?? 1;
  }

  get lineCount(): number {
    return this.#lineStarts.length;
  }

  async save(): Promise<boolean> {
    return this.#save(this);
  }

  getText(range?: Range): string {
    const { text } = this.#facts;
    if (range === undefined) return text;
    const { start, end } = this.validateRange(toRange(range));
    return text.slice(this.offsetAt(start), this.offsetAt(end));
  }

  lineAt(at: number | Position): TextLine {
    const lineNumber = typeof at === 'number' ? at : toPosition(at).line;
    if (!Number.isInteger(lineNumber) || lineNumber < 0 || lineNumber >= this.lineCount) {
      throw new Error(`There is no line ${lineNumber}: the document has ${this.lineCount} lines.`);
    }
    const [from, next] = this.#boundsOf(lineNumber);
    const text = this.#facts.text.slice(from, next).replace(/(?:\r\n|\n|\r)$/, '');
    const range = new Range(lineNumber, 0, lineNumber, text.length);
    const isLast = lineNumber === this.lineCount - 1;
    const spaces = /^\s*/.exec(text)?.[0].length ?? 0;
    return Object.freeze({
      lineNumber,
      text,
      range,
      rangeIncludingLineBreak: isLast ? range : new Range(lineNumber, 0, lineNumber + 1, 0),
      firstNonWhitespaceCharacterIndex: spaces,
      isEmptyOrWhitespace: spaces === text.length,
    });
  }

  offsetAt(position: Position): number {
    const { line, character } = this.validatePosition(position);
    return this.#boundsOf(line)[0] + character;
  }

  positionAt(offset: number): Position {
    const inText = Math.min(Math.max(0, Math.floor(offset)), this.#facts.text.length);
    const starts = this.#lineStarts;
    let [low, high] = [0, starts.length];
    while (low < high - 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= inText) low = middle;
      else high = middle;
    }
    return this.validatePosition(new Position(low, inText - (starts[low] ?? 0)));
  }

  validatePosition(position: Position): Position {
    const { line, character } = toPosition(position);
    if (line >= this.lineCount) {
      const last = this.lineAt(this.lineCount - 1);
      return last.range.end;
    }
    return new Position(line, Math.min(character, this.lineAt(line).text.length));
  }

  validateRange(range: Range): Range {
    return new Range(this.validatePosition(range.start), this.validatePosition(range.end));
  }

  getWordRangeAtPosition(position: Position, pattern: RegExp = usualWord): Range | undefined {
    const { line, character } = this.validatePosition(position);
    const flags = new Set([...pattern.flags, 'g']);
    flags.delete('y');
    const words = new RegExp(pattern.source, [...flags].join(''));
    for (const { index, 0: word } of this.lineAt(line).text.matchAll(words)) {
      if (index > character) return undefined;
      if (word !== '' && index + word.length >= character)
        return new Range(line, index, line, index + word.length);
    }
    return undefined;
  }

  /**
   * Takes what the host says of the document now. Of what is handed to listeners there is one change: what
   * stands between the texts' equal beginnings and ends.
   */
  static update(document: TextDocument, facts: DocumentFacts) {
    const before = document.#facts.text;
    const change = before === facts.text ? null : changeOf(document, before, facts.text);
    document.#facts = facts;
    if (change === null) return null;
    document.version += 1;
    document.#starts = null;
    return change;
  }

  #boundsOf(line: number): [number, number] {
    const starts = this.#lineStarts;
    return [starts[line] ?? 0, starts[line + 1] ?? this.#facts.text.length];
  }

  get #lineStarts(): number[] {
    if (this.#starts === null) {
      this.#starts = [0];
      for (const { index, 0: ending } of this.#facts.text.matchAll(/\r\n|\n|\r/g))
        this.#starts.push(index + ending.length);
    }
    return this.#starts;
  }
}

/** What of a text became what, in the places of the text before. */
function changeOf(document: TextDocument, before: string, after: string) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (isInPair(before, start) || isInPair(after, start)) start -= 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  if (isInPair(before, before.length - end) || isInPair(after, after.length - end)) end -= 1;
  const rangeLength = before.length - end - start;
  return {
    range: new Range(document.positionAt(start), document.positionAt(start + rangeLength)),
    rangeOffset: start,
    rangeLength,
    text: after.slice(start, after.length - end),
  };
}

/** Whether an offset parts two units that belong together: those of a character, or `\r\n`. */
function isInPair(text: string, offset: number): boolean {
  const pair = text.slice(offset - 1, offset + 1);
  return offset > 0 && (pair === '\r\n' || /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(pair));
}
