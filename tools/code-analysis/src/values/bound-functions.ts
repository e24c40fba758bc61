import type { AnyNode, CallExpression } from 'acorn';
import { type CodeIndex, variableOfFunction } from '../syntax/code-index.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { type FunctionNode, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import { isWrittenAgain } from './only-read.ts';

/**
 * The functions whose first parameters code gives beforehand, as in `run.bind(null, first)`: what a call of the
 * result gives them comes at a later parameter.
 */
export class BoundFunctions {
  readonly #bound = new Set<FunctionNode>();
  readonly #loose = new Set<FunctionNode>();

  /** @param functionsOf the functions that an expression may be, as far as they are known */
  constructor(
    codes: Iterable<ParsedCode>,
    {
      index,
      functionsOf,
    }: { index: CodeIndex; functionsOf: (node: AnyNode) => FunctionNode[] | null },
  ) {
    for (const { nodes } of codes) {
      for (const call of nodes.calls) {
        const bound = boundBy(call, index);
        const functions = bound && functionsOf(bound);
        for (const each of functions ?? []) this.#bound.add(each);
        const called = calledLaterBy(call);
        for (const each of (called && functionsOf(called)) ?? []) this.#loose.add(each);
      }
    }
  }

  /**
   * True where a call may give a function its arguments at later parameters.
   *
   * @param callee what is called; undefined where a library calls what it is given
   */
  has(of: FunctionNode, callee?: AnyNode): boolean {
    if (!this.#bound.has(of)) return false;
    if (callee === of) return false;
    const variable = variableOf(callee);
    const isItself = variable !== undefined && variable === variableOfFunction(of);
    return !isItself || isWrittenAgain(variable);
  }

  /** True for a function that a bound `call`, `apply` or `bind` runs. */
  isLoose(of: FunctionNode): boolean {
    return this.#loose.has(of);
  }
}

/** The function in `f.call.bind(f)` and its like: what the result is called with comes at other positions. */
function calledLaterBy({ callee }: CallExpression): AnyNode | null {
  const inner = callee.type === 'MemberExpression' ? callee.object : undefined;
  if (callee.type !== 'MemberExpression' || writtenName(callee) !== 'bind') return null;
  const isMoved = inner?.type === 'MemberExpression' && moves.test(writtenName(inner) ?? '');
  return isMoved ? inner.object : null;
}

const moves = /^(?:call|apply|bind)$/;

/** What is bound to more than its object. */
function boundBy({ callee, arguments: given }: CallExpression, index: CodeIndex): AnyNode | null {
  if (callee.type !== 'MemberExpression') return null;
  if (given.length < 2 && given[0]?.type !== 'SpreadElement') return null;
  const name = writtenName(callee);
  const isBind =
    name === undefined ? index.strings(callee.property)?.includes('bind') : name === 'bind';
  return isBind === true ? callee.object : null;
}
