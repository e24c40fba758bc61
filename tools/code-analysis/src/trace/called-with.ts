import type { AnyNode } from 'acorn';
import { plainArgument } from '../values/fold-strings.ts';
import { isWrittenAgain } from '../values/only-read.ts';
import { type FunctionNode, writtenName } from '../syntax/syntax.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';
import type { Value } from '../values/value.ts';
import type { TracedCall } from './call-links.ts';
import type { Tracer } from './tracer.ts';

/**
 * The functions that a call may mean with this value as an argument; null where that is unknown. For a function
 * that is a parameter, it is the one that came with the value: `apply` in `(apply, value) => apply(value)`.
 */
export function calledWith(tracer: Tracer, call: TracedCall, value: Value): FunctionNode[] | null {
  const { index } = tracer.code;
  const variable = variableOf(calledBy(call));
  const parameter = parameterOf(variable);
  const isFixed = variable !== undefined && parameter !== null && !isWrittenAgain(variable);
  let given = isFixed && value.kind === 'api' ? value.given : undefined;
  for (; given !== undefined; given = given.value.given) {
    if (given.to !== parameter?.of) continue;
    const from = given.call;
    if (from.type !== 'CallExpression' && from.type !== 'NewExpression') break;
    const via = viaOf(from);
    const argument =
      via === 'apply' ? undefined : plainArgument(from, parameter.at + (via === 'call' ? 1 : 0));
    return argument === undefined ? index.functionsOf(call.callee) : index.functionsOf(argument);
  }
  return index.functionsOf(call.callee);
}

/** The function in `f(x)` and in `f.call(x)`. */
function calledBy(call: TracedCall): AnyNode {
  const { callee } = call;
  return callee.type === 'MemberExpression' && viaOf(call) !== null ? callee.object : callee;
}

/** How a call passes its arguments on, where it doesn't directly. */
export function viaOf({ callee }: TracedCall): 'call' | 'apply' | 'bind' | null {
  const name = callee.type === 'MemberExpression' ? writtenName(callee) : undefined;
  return name === 'call' || name === 'apply' || name === 'bind' ? name : null;
}
