import type { AnyNode } from 'acorn';
import { plainArgument } from '../values/fold-strings.ts';
import { isWrittenAgain } from '../values/only-read.ts';
import { type FunctionNode, writtenName } from '../syntax/syntax.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';
import type { Value } from '../values/value.ts';
import type { TracedCall } from './call-links.ts';
import type { Tracer } from './tracer.ts';

/**
 * The functions that a call of a parameter means for this value: those that came with it, as `apply` in `(apply,
 * value) => apply(value)`. Undefined for any other call, and where they are unknown.
 */
export function calledWith(
  tracer: Tracer,
  call: TracedCall,
  value: Value,
): FunctionNode[] | undefined {
  const variable = variableOf(calledBy(call));
  const parameter = parameterOf(variable);
  if (variable === undefined || parameter === null || isWrittenAgain(variable)) return undefined;
  let given = value.kind === 'api' ? value.given : undefined;
  while (given !== undefined && given.to !== parameter.of) given = given.value.given;
  const from = given?.call;
  if (from?.type !== 'CallExpression' && from?.type !== 'NewExpression') return undefined;
  const via = viaOf(from);
  if (via === 'apply') return undefined;
  const argument = plainArgument(from, parameter.at + (via === 'call' ? 1 : 0));
  if (argument === undefined) return undefined;
  return tracer.callees.of(argument) ?? tracer.code.index.functionsOf(argument) ?? undefined;
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
