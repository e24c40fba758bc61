import type { Uri } from './uri.ts';
import type { Position, Range } from './positions.ts';

export class Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;

  constructor(red: number, green: number, blue: number, alpha: number) {
    this.red = red;
    this.green = green;
    this.blue = blue;
    this.alpha = alpha;
  }
}

export class ColorInformation {
  range: Range;
  color: Color;

  constructor(range: Range, color: Color) {
    this.range = range;
    this.color = color;
  }
}

export class ColorPresentation {
  label: string;
  textEdit: unknown;
  additionalTextEdits: unknown;

  constructor(label: string) {
    this.label = label;
  }
}

export class InlayHintLabelPart {
  value: string;
  tooltip: unknown;
  location: unknown;
  command: unknown;

  constructor(value: string) {
    this.value = value;
  }
}

export class InlayHint {
  position: Position;
  label: string | InlayHintLabelPart[];
  kind: number | undefined;
  tooltip: unknown;
  textEdits: unknown;
  paddingLeft: boolean | undefined;
  paddingRight: boolean | undefined;

  constructor(position: Position, label: string | InlayHintLabelPart[], kind?: number) {
    this.position = position;
    this.label = label;
    this.kind = kind;
  }
}

export class InlineCompletionItem {
  insertText: unknown;
  range: Range | undefined;
  command: unknown;

  constructor(insertText: unknown, range?: Range, command?: unknown) {
    this.insertText = insertText;
    this.range = range;
    this.command = command;
  }
}

export class InlineCompletionList {
  items: InlineCompletionItem[];

  constructor(items: InlineCompletionItem[]) {
    this.items = items;
  }
}

export class LinkedEditingRanges {
  readonly ranges: Range[];
  readonly wordPattern: RegExp | undefined;

  constructor(ranges: Range[], wordPattern?: RegExp) {
    this.ranges = ranges;
    this.wordPattern = wordPattern;
  }
}

export class EvaluatableExpression {
  readonly range: Range;
  readonly expression: string | undefined;

  constructor(range: Range, expression?: string) {
    this.range = range;
    this.expression = expression;
  }
}

/** Something that calls or is called, or a type above or below another. */
class HierarchyItem {
  kind: number;
  name: string;
  detail: string;
  uri: Uri;
  range: Range;
  selectionRange: Range;
  tags: readonly number[] | undefined;

  constructor(
    ...[kind, name, detail, uri, range, selectionRange]: [number, string, string, Uri, Range, Range]
  ) {
    this.kind = kind;
    this.name = name;
    this.detail = detail;
    this.uri = uri;
    this.range = range;
    this.selectionRange = selectionRange;
  }
}

export class CallHierarchyItem extends HierarchyItem {}
export class TypeHierarchyItem extends HierarchyItem {}

export class CallHierarchyIncomingCall {
  from: CallHierarchyItem;
  fromRanges: Range[];

  constructor(from: CallHierarchyItem, fromRanges: Range[]) {
    this.from = from;
    this.fromRanges = fromRanges;
  }
}

export class CallHierarchyOutgoingCall {
  to: CallHierarchyItem;
  fromRanges: Range[];

  constructor(to: CallHierarchyItem, fromRanges: Range[]) {
    this.to = to;
    this.fromRanges = fromRanges;
  }
}

export class SemanticTokensLegend {
  readonly tokenTypes: string[];
  readonly tokenModifiers: string[];

  constructor(tokenTypes: string[], tokenModifiers: string[] = []) {
    this.tokenTypes = tokenTypes;
    this.tokenModifiers = tokenModifiers;
  }
}

export class SemanticTokens {
  readonly data: Uint32Array;
  readonly resultId: string | undefined;

  constructor(data: Uint32Array, resultId?: string) {
    this.data = data;
    this.resultId = resultId;
  }
}

export class SemanticTokensEdit {
  readonly start: number;
  readonly deleteCount: number;
  readonly data: Uint32Array | undefined;

  constructor(start: number, deleteCount: number, data?: Uint32Array) {
    this.start = start;
    this.deleteCount = deleteCount;
    this.data = data;
  }
}

export class SemanticTokensEdits {
  readonly edits: SemanticTokensEdit[];
  readonly resultId: string | undefined;

  constructor(edits: SemanticTokensEdit[], resultId?: string) {
    this.edits = edits;
    this.resultId = resultId;
  }
}

/** Puts tokens into numbers: each is told by its distance from the one before. */
export class SemanticTokensBuilder {
  readonly #legend: SemanticTokensLegend | undefined;
  readonly #tokens: [number, number, number, number, number][] = [];

  constructor(legend?: SemanticTokensLegend) {
    this.#legend = legend;
  }

  push(...given: unknown[]): void {
    const [first, second] = given;
    if (typeof first === 'number') {
      const [line, character, length, type, modifiers = 0] = given.map(Number);
      this.#tokens.push([line ?? 0, character ?? 0, length ?? 0, type ?? 0, modifiers]);
      return;
    }
    const { start, end } = first as Range;
    const { tokenTypes = [], tokenModifiers = [] } = this.#legend ?? {};
    const names = Array.isArray(given[2]) ? given[2].map(String) : [];
    const modifiers = names.reduce((bits, name) => bits | (1 << tokenModifiers.indexOf(name)), 0);
    const type = tokenTypes.indexOf(String(second));
    const length = end.character - start.character;
    this.#tokens.push([start.line, start.character, length, type, modifiers]);
  }

  build(resultId?: string): SemanticTokens {
    const sorted = this.#tokens.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
    const before = { line: 0, character: 0 };
    const data = sorted.flatMap(([line, character, ...others]) => {
      const isSame = line === before.line;
      const told = [line - before.line, isSame ? character - before.character : character];
      before.line = line;
      before.character = character;
      return [...told, ...others];
    });
    return new SemanticTokens(new Uint32Array(data), resultId);
  }
}
