import type { AnyNode } from 'acorn';
import { builtinOf, isGlobal } from '../apis/builtins.ts';
import { bare, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';

/** True for a read from a literal, also through a variable, and from the variable of an object. */
export function isReadFrom(read: AnyNode, holder: AnyNode): boolean {
  const pattern = read.type === 'Property' ? read.parent : undefined;
  const taker = pattern?.parent;
  const from =
    read.type === 'MemberExpression'
      ? read.object
      : taker?.type === 'VariableDeclarator' && taker.id === pattern
        ? taker.init
        : undefined;
  if (!from) return false;
  if (bare(from) === holder) return true;
  const variable = variableOf(from);
  if (variable === undefined) return false;
  const { parent } = holder;
  const isInit = parent?.type === 'VariableDeclarator' && parent.init === holder;
  return variable === variableOf(isInit ? parent.id : holder);
}

export function isMember(node: AnyNode): boolean {
  return bareChain(node).type === 'MemberExpression';
}

/** An expression without parentheses and `?.` chains, which keep the object of a call. */
function bareChain(node: AnyNode): AnyNode {
  const isChain = node.type === 'ChainExpression' || node.type === 'ParenthesizedExpression';
  return isChain ? bareChain(node.expression) : node;
}

/** True for what becomes a property of the global object, or of all objects. */
export function isGlobalsDescriptor(literal: AnyNode): boolean {
  const call = literal.parent;
  if (call?.type !== 'CallExpression') return false;
  if (!/^(?:assign|defineProperty)$/.test(calledAs(call.callee) ?? '')) return false;
  const [target] = call.arguments;
  if (target === undefined) return false;
  return isGlobal(target) || builtinOf(target) === 'Object.prototype';
}

/** The name that a function is called by. */
export function calledAs(callee: AnyNode): string | undefined {
  const node = bare(callee);
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? writtenName(node) : undefined;
}

export function isInExport(node: AnyNode | undefined): boolean {
  const declared = node?.parent;
  const at = declared?.type === 'VariableDeclarator' ? declared.parent : declared;
  return at?.parent?.type.startsWith('Export') === true;
}
