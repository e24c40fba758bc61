import type { AnyNode } from 'acorn';
import { followElements, type Value } from '../values/value.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';
import type { TracedCall } from './call-links.ts';
import type { Tracer } from './tracer.ts';

/**
 * Follows `new Promise((resolve, reject) => resolve(value))`: the promise gets the value. False for any other
 * call.
 */
export function isPromised(
  tracer: Tracer,
  at: { call: TracedCall; node: AnyNode; value: Value },
): boolean {
  const { call, node, value } = at;
  const parameter = parameterOf(variableOf(call.callee));
  if (parameter === null) return false;
  const made = parameter.of.parent;
  if (made?.type !== 'NewExpression' || made.arguments[0] !== parameter.of) return false;
  if (parameter.at < 0 || parameter.at > 1 || call.arguments[0] !== node) return false;
  const { callee } = made;
  if (callee.type !== 'Identifier' || callee.variable !== undefined || callee.name !== 'Promise') {
    return false;
  }
  if (value.kind === 'function') {
    followElements(value.results, (result) => tracer.add(made, result));
  } else tracer.add(made, value);
  return true;
}
