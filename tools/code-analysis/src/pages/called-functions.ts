import type { AnyNode } from 'acorn';
import type { CodeIndex } from '../syntax/code-index.ts';
import { bare, type FunctionNode, isFunction } from '../syntax/syntax.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';

const mostDepth = 5;

/** The functions that an expression may be, also where it is what a function is given; null where that is unknown. */
export function calledFunctions(
  index: CodeIndex,
  callee: AnyNode,
  depth = 0,
): readonly FunctionNode[] | null {
  const known = index.functionsOf(callee);
  if (known !== null && known.length > 0) return known;
  const parameter = parameterOf(variableOf(bare(callee)));
  if (parameter === null || !isFunction(parameter.of) || depth > mostDepth) return null;
  const calls = index.callersOf(parameter.of) ?? [];
  const found = calls.map(({ arguments: given }) => {
    const before = given.slice(0, parameter.at + 1);
    const last = before[parameter.at];
    const isKnown = last !== undefined && before.every(({ type }) => type !== 'SpreadElement');
    return isKnown ? calledFunctions(index, last, depth + 1) : null;
  });
  return found.length === 0 || found.includes(null) ? null : found.flatMap((each) => each ?? []);
}
