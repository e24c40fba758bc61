import type { AnyNode, Property } from 'acorn';
import { builtinOf } from '../apis/builtins.ts';
import { returnedBy } from '../syntax/inside-function.ts';
import {
  bare,
  type FunctionNode,
  isFunction,
  treeIdentifier,
  treeNode,
  writtenName,
} from '../syntax/syntax.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';
import type { Value } from '../values/value.ts';
import type { TracedCall } from './call-links.ts';
import { bindParameter } from './step-list.ts';
import type { Tracer } from './tracer.ts';

/**
 * Gives what a proxy stands for to its traps, which get it as their first argument. A trap that only passes on what
 * it is asked for needs nothing: reads of the proxy are reads of the object.
 */
export function giveProxied(
  tracer: Tracer,
  { call, value }: { call: TracedCall; value: Value },
): void {
  const handler = call.arguments[1];
  if (handler === undefined) return;
  const literal = literalOf(handler);
  // a handler of another kind is a value of the code, whose traps nobody knows by their names
  if (literal === undefined) return;
  for (const property of literal.properties) {
    const trap = property.type === 'Property' ? trapOf(property) : undefined;
    if (trap === undefined || passesOn(trap)) continue;
    bindParameter(tracer, { to: trap, nth: 0, value });
    const target = variableOf(trap.params[0]);
    const gives = returnedBy(trap).some((each) => variableOf(each) === target);
    if (target !== undefined && gives) tracer.add(call, tracer.own.holder(call, value));
  }
}

function trapOf({ value }: Property): FunctionNode | undefined {
  return isFunction(value) ? value : undefined;
}

/** The object that is written out as a handler, also where a variable only ever holds it. */
function literalOf(handler: AnyNode) {
  const node = bare(handler);
  if (node.type === 'ObjectExpression') return node;
  const writes = variableOf(node)?.references.filter((reference) => reference.isWrite()) ?? [];
  const [only, ...others] = writes.map(({ writeExpr }) => treeNode(writeExpr));
  return others.length === 0 && only?.type === 'ObjectExpression' ? only : undefined;
}

/** True for a trap that reads, sets or asks the object under the very name that it is asked for. */
function passesOn(trap: FunctionNode): boolean {
  const [target, key] = trap.params.map((each) => variableOf(each));
  if (target === undefined) return trap.params[0] === undefined;
  if (trap.params[0]?.type !== 'Identifier') return false;
  const isKey = (node: AnyNode | undefined) => {
    return node !== undefined && key !== undefined && variableOf(node) === key && isPlain(key);
  };
  return target.references.every((reference) => {
    if (reference.isWrite()) return false;
    const use = treeIdentifier(reference.identifier);
    const { parent } = use;
    if (parent?.type === 'MemberExpression') {
      return parent.object === use && parent.computed && isKey(parent.property);
    }
    if (parent?.type === 'BinaryExpression') return true;
    if (parent?.type !== 'CallExpression' || parent.arguments[0] !== use) return false;
    if (isOwnThis(parent.callee)) return true;
    const isReflected = /^(?:Reflect|Object)\./.test(builtinOf(parent.callee) ?? '');
    return isReflected && (parent.arguments[1] === undefined || isKey(parent.arguments[1]));
  });
}

/** True for `method.bind(target)`, by which a method keeps its object. */
function isOwnThis(callee: AnyNode): boolean {
  return callee.type === 'MemberExpression' && writtenName(callee) === 'bind';
}

function isPlain(key: NonNullable<ReturnType<typeof variableOf>>): boolean {
  return parameterOf(key) !== null && !key.references.some((reference) => reference.isWrite());
}
