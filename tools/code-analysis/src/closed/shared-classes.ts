import type { AnyNode, AssignmentExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import { builtinOf } from '../apis/builtins.ts';
import { isTarget } from '../syntax/changed-builtins.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { treeIdentifier, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';

/** Classes of the language whose functions and methods are relied on. */
const shared =
  /^(?:Array|Function|Iterator|Map|Object|Promise|Reflect|Set|Symbol|WeakMap|WeakSet)$/;

/** Names of classes of the language that code hands on, so that code which nobody knows may change them. */
export function classesHandedOn(codes: readonly ParsedCode[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { nodes, unbound } of codes) {
    for (const [name, uses] of unbound) {
      if (shared.test(name) && uses.some((use) => isHandedOn(use, new Set()))) found.add(name);
    }
    for (const node of nodes.members) {
      for (const { name, use } of namedIn(node)) {
        if (isHandedOn(use, new Set())) found.add(name);
      }
    }
  }
  return found;
}

/** `globalThis.Map`, `Map` in `{ Map } = globalThis`, and what is set to more than a number: `root.Map = …`. */
function namedIn(node: AnyNode): { name: string; use: AnyNode }[] {
  if (node.type === 'MemberExpression') {
    const { parent } = node;
    if (!shared.test(writtenName(node) ?? '')) return [];
    const isSet = isTarget(node) && !(isAssignment(parent) && parent.right.type === 'Literal');
    return isSet || isGlobal(node.object) ? [{ name: writtenName(node) ?? '', use: node }] : [];
  }
  if (node.type !== 'ObjectPattern') return [];
  const named = node.properties.flatMap((each) => {
    const name = each.type === 'Property' ? (writtenName(each) ?? '') : '';
    return shared.test(name) ? [{ name, use: each }] : [];
  });
  return named.length > 0 && isGlobal(takenFrom(node)) ? named : [];
}

function isAssignment(node: AnyNode | undefined): node is AssignmentExpression {
  return node?.type === 'AssignmentExpression';
}

function takenFrom({ parent }: AnyNode): AnyNode | null | undefined {
  if (parent?.type === 'VariableDeclarator') return parent.init;
  return isAssignment(parent) ? parent.right : undefined;
}

function isGlobal(node: AnyNode | null | undefined): boolean {
  return /^(?:globalThis|global|window|self|top|frames)$/.test((node && builtinOf(node)) ?? '');
}

function isHandedOn(use: AnyNode, seen: Set<Variable>): boolean {
  const { parent } = use;
  if (use.type === 'Property') return isVariableHandedOn(use.value, seen);
  switch (parent?.type) {
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== use;
    case 'MemberExpression': {
      const name = writtenName(parent);
      if (parent.object !== use || name === undefined || isTarget(parent)) return true;
      // by its own name, its prototype is looked at elsewhere
      return seen.size > 0 && name === 'prototype' && isSetOrHandedOn(parent);
    }
    case 'BinaryExpression':
    case 'ExpressionStatement':
      return false;
    case 'UnaryExpression':
      return parent.operator !== 'typeof' && parent.operator !== '!';
    case 'ClassDeclaration':
    case 'ClassExpression':
      return parent.superClass !== use;
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return isHandedOn(parent, seen);
    case 'ParenthesizedExpression':
    case 'ChainExpression':
      return isHandedOn(parent, seen);
    case 'IfStatement':
      return false;
    case 'VariableDeclarator':
      return isTakerHandedOn(parent.id, seen);
    case 'AssignmentExpression':
      if (parent.left === use) return true;
      return isTakerHandedOn(parent.left, seen) || isHandedOn(parent, seen);
    default:
      return true;
  }
}

/** True for a prototype of which more is done than reading a member. */
function isSetOrHandedOn(prototype: AnyNode): boolean {
  const { parent } = prototype;
  return parent?.type !== 'MemberExpression' || parent.object !== prototype || isTarget(parent);
}

/** `const { keys } = Object` takes functions, which are the same wherever they are called. */
function isTakerHandedOn(target: AnyNode, seen: Set<Variable>): boolean {
  if (target.type !== 'ObjectPattern') return isVariableHandedOn(target, seen);
  return target.properties.some((each) => {
    const name = each.type === 'Property' ? writtenName(each) : undefined;
    return name === undefined || name === 'prototype';
  });
}

function isVariableHandedOn(target: AnyNode, seen: Set<Variable>): boolean {
  const variable = variableOf(target);
  if (variable === undefined) return true;
  if (seen.has(variable)) return false;
  seen.add(variable);
  return variable.references.some((each) => {
    return each.isRead() && isHandedOn(treeIdentifier(each.identifier), seen);
  });
}
