/** A place in a text: line and character from 0, in UTF-16 units. */
export class Position {
  readonly line: number;
  readonly character: number;

  constructor(line: number, character: number) {
    if (!(line >= 0) || !(character >= 0)) {
      throw new Error('A position has a line and a character that are not below 0.');
    }
    this.line = line;
    this.character = character;
  }

  compareTo(other: Position): number {
    return this.line - other.line || this.character - other.character;
  }

  isBefore(other: Position): boolean {
    return this.compareTo(other) < 0;
  }

  isBeforeOrEqual(other: Position): boolean {
    return this.compareTo(other) <= 0;
  }

  isAfter(other: Position): boolean {
    return this.compareTo(other) > 0;
  }

  isAfterOrEqual(other: Position): boolean {
    return this.compareTo(other) >= 0;
  }

  isEqual(other: Position): boolean {
    return this.compareTo(other) === 0;
  }

  translate(
    by: number | { lineDelta?: number; characterDelta?: number } = 0,
    characters = 0,
  ): Position {
    const { lineDelta = 0, characterDelta = 0 } =
      typeof by === 'number' ? { lineDelta: by, characterDelta: characters } : by;
    return new Position(this.line + lineDelta, this.character + characterDelta);
  }

  with(
    to: number | { line?: number; character?: number } = {},
    character: number = this.character,
  ): Position {
    if (typeof to === 'number') return new Position(to, character);
    return new Position(to.line ?? this.line, to.character ?? this.character);
  }
}

/** A part of a text, from its start on to before its end. */
export class Range {
  readonly start: Position;
  readonly end: Position;

  constructor(start: Position, end: Position);
  constructor(startLine: number, startCharacter: number, endLine: number, endCharacter: number);
  constructor(...given: readonly unknown[]) {
    const [a, b, c, d] = given;
    const [from, to] =
      typeof a === 'number'
        ? [new Position(a, Number(b)), new Position(Number(c), Number(d))]
        : [toPosition(a), toPosition(b)];
    [this.start, this.end] = from.isAfter(to) ? [to, from] : [from, to];
  }

  get isEmpty(): boolean {
    return this.start.isEqual(this.end);
  }

  get isSingleLine(): boolean {
    return this.start.line === this.end.line;
  }

  contains(inner: Position | Range): boolean {
    if (inner instanceof Range) return this.contains(inner.start) && this.contains(inner.end);
    return !inner.isBefore(this.start) && !inner.isAfter(this.end);
  }

  isEqual(other: Range): boolean {
    return this.start.isEqual(other.start) && this.end.isEqual(other.end);
  }

  intersection(other: Range): Range | undefined {
    const start = this.start.isAfter(other.start) ? this.start : other.start;
    const end = this.end.isBefore(other.end) ? this.end : other.end;
    return start.isAfter(end) ? undefined : new Range(start, end);
  }

  union(other: Range): Range {
    return new Range(
      this.start.isBefore(other.start) ? this.start : other.start,
      this.end.isAfter(other.end) ? this.end : other.end,
    );
  }

  with(
    start: Position | { start?: Position; end?: Position } = {},
    end: Position = this.end,
  ): Range {
    if (start instanceof Position) return new Range(start, end);
    return new Range(start.start ?? this.start, start.end ?? this.end);
  }
}

/** A range that was selected from one end, its anchor, to the other, where the cursor is. */
export class Selection extends Range {
  readonly anchor: Position;
  readonly active: Position;

  constructor(anchor: Position, active: Position);
  constructor(anchorLine: number, anchorCharacter: number, line: number, character: number);
  constructor(...given: readonly unknown[]) {
    const [a, b, c, d] = given;
    const anchor = typeof a === 'number' ? new Position(a, Number(b)) : toPosition(a);
    const active = typeof a === 'number' ? new Position(Number(c), Number(d)) : toPosition(b);
    super(anchor, active);
    this.anchor = anchor;
    this.active = active;
  }

  get isReversed(): boolean {
    return this.active.isBefore(this.anchor);
  }
}

/** A position of what is like one. @throws TypeError where it isn't */
export function toPosition(given: unknown): Position {
  if (given instanceof Position) return given;
  const { line, character } = Object(given) as { line?: unknown; character?: unknown };
  if (typeof line === 'number' && typeof character === 'number')
    return new Position(line, character);
  throw new TypeError('A position with a line and a character is needed.');
}

/** A range of what is like one. @throws TypeError where it isn't */
export function toRange(given: unknown): Range {
  if (given instanceof Range) return given;
  const { start, end } = Object(given) as { start?: unknown; end?: unknown };
  return new Range(toPosition(start), toPosition(end));
}
