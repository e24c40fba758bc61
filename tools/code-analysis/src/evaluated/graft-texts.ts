import type { AnyNode } from 'acorn';
import { CodeError, parseCode, type Grafts, type ParsedCode } from '../syntax/parse-code.ts';
import { bare } from '../syntax/syntax.ts';
import type { TracedCall } from '../trace/call-links.ts';
import { type JudgedEvaluation, evaluationKey } from './evaluation.ts';
import { TextEdits } from './text-edits.ts';
import { writeTexts } from './write-text.ts';

/** Most times that a file is parsed with some of its texts, to find those which can't stand in it. */
const mostParses = 40;

/**
 * Writes what calls of a file run behind the calls, as code: `(eval('f')(x))` becomes `((eval('f'), (f))(x))`, so
 * that it is followed as what it is. Null where none of it can be written so.
 *
 * @param evaluations calls of this file, whose texts aren't written yet
 */
export function graftTexts(
  code: ParsedCode,
  evaluations: readonly JudgedEvaluation[],
): ParsedCode | null {
  const calls = Map.groupBy(evaluations, ({ call }) => call);
  const all = [...calls.values()].flatMap((each) => writeGraft(code, each) ?? []);
  return new Grafter(code).graft(all);
}

/** Code that is written before and behind a call, or in its place. */
interface Graft {
  call: TracedCall;
  before: string;
  after: string;
  /** True where the call stands at the end of the file instead, so that functions are seen to be called. */
  isMoved?: true;
  keys: string[];
}

function writeGraft(code: ParsedCode, evaluations: readonly JudgedEvaluation[]): Graft | null {
  const [{ call, how } = {}, ...others] = evaluations;
  if (call === undefined) return null;
  const place = { code, isStatement: isOwnStatement(call) && others.length === 0 };
  const written = evaluations.map((each) => writeTexts(each, place));
  const codes = written.flatMap((each) => each?.code ?? []);
  if (codes.length < evaluations.length) return null;
  const made = { call, keys: evaluations.map(evaluationKey) };
  if (written[0]?.as === 'statements') return { ...made, before: '', after: `;${codes[0] ?? ''}` };
  const begin = isFirstOfStatement(call) ? '0,(' : '(';
  const all = codes.join(' ?? ');
  // the result of a timer is none of its text
  if (how === 'timer') return { ...made, before: `${begin}(${all}), `, after: ')' };
  const isSure = evaluations.every((each) => each.isSure);
  if (isSure && codes.length === 1 && isConstant(call)) {
    return { ...made, before: begin.slice(0, -1), after: all, isMoved: true };
  }
  return { ...made, before: begin, after: ` ${isSure ? ',' : '??'} ${all})` };
}

/** True for `eval('a' + 'b')`, which is the same wherever it stands. */
function isConstant(call: TracedCall): boolean {
  const callee = bare(call.callee);
  return (
    callee.type === 'Identifier' && callee.variable === undefined && call.arguments.every(isPlain)
  );
}

function isPlain(node: AnyNode): boolean {
  switch (node.type) {
    case 'Literal':
      return true;
    case 'TemplateLiteral':
      return node.expressions.every(isPlain);
    case 'BinaryExpression':
      return isPlain(node.left) && isPlain(node.right);
    case 'CallExpression':
      return (
        node.callee.type === 'MemberExpression' &&
        isPlain(node.callee.object) &&
        node.arguments.every(isPlain)
      );
    default:
      return false;
  }
}

/** True for a call that is a statement in a list of statements. */
function isOwnStatement({ parent }: AnyNode): boolean {
  if (parent?.type !== 'ExpressionStatement') return false;
  return /^(?:Program|BlockStatement|StaticBlock)$/.test(parent.parent?.type ?? '');
}

/** True for a call that a statement begins with, where a parenthesis would go on with the one before. */
function isFirstOfStatement(call: AnyNode): boolean {
  let node = call;
  while (node.parent !== undefined && node.parent.start === call.start) node = node.parent;
  for (let at = call; at !== node; at = at.parent ?? node) {
    if (at.type === 'ExpressionStatement') return true;
  }
  return node.type === 'ExpressionStatement';
}

class Grafter {
  readonly #code: ParsedCode;
  #parses = 0;

  constructor(code: ParsedCode) {
    this.#code = code;
  }

  graft(all: readonly Graft[]): ParsedCode | null {
    const fit = this.#thatFit(all, []);
    return fit.length === 0 ? null : this.#parseWith(fit);
  }

  /** Those that can stand in the file together with others. */
  #thatFit(some: readonly Graft[], others: readonly Graft[]): readonly Graft[] {
    if (some.length === 0 || this.#parses > mostParses) return [];
    if (this.#parseWith([...others, ...some]) !== null) return some;
    if (some.length === 1) return [];
    const half = some.length >> 1;
    const first = this.#thatFit(some.slice(0, half), others);
    return [...first, ...this.#thatFit(some.slice(half), [...others, ...first])];
  }

  #parseWith(grafts: readonly Graft[]): ParsedCode | null {
    this.#parses += 1;
    const { path, text, tree } = this.#code;
    const edits = new TextEdits();
    const calls = new Map<() => number, readonly string[]>();
    const [moved, kept] = [
      grafts.filter((each) => each.isMoved),
      grafts.filter((each) => !each.isMoved),
    ];
    for (const { call, before } of kept.toSorted((a, b) => b.call.end - a.call.end)) {
      edits.insert(call.start, before);
    }
    for (const { call, after, keys } of kept.toSorted((a, b) => a.call.end - b.call.end)) {
      edits.insert(call.end, after, call.start);
      calls.set(() => edits.placeOf(call.start), keys);
    }
    for (const { call, before, after, keys } of moved) {
      edits.replace(call, before + after);
      edits.insert(text.length, '\n;', call.start);
      calls.set(edits.insert(text.length, text.slice(call.start, call.end), call.start), keys);
    }
    try {
      const parsed = parseCode(path, edits.applyTo(text));
      if (parsed.tree.sourceType !== tree.sourceType) return null;
      return { ...parsed, ...ranBy(this.#code), grafts: this.#graftsOf(calls, edits) };
    } catch (error) {
      if (error instanceof CodeError || error instanceof RangeError) return null;
      throw error;
    }
  }

  #graftsOf(added: ReadonlyMap<() => number, readonly string[]>, edits: TextEdits): Grafts {
    const before = this.#code.grafts;
    const calls = new Map<number, readonly string[]>();
    for (const [start, keys] of before?.calls ?? []) calls.set(edits.placeOf(start), keys);
    for (const [place, keys] of added) calls.set(place(), keys);
    const originOf = (offset: number) => {
      const origin = edits.originOf(offset);
      return before === undefined ? origin : before.originOf(origin);
    };
    return { calls, originOf };
  }
}

function ranBy({ ranBy: by }: ParsedCode): Pick<ParsedCode, 'ranBy'> {
  return by === undefined ? {} : { ranBy: by };
}
