import type { AnyNode, MemberExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import { isOnlyTested } from '../apis/api-use.ts';
import { builtinOf } from '../apis/builtins.ts';
import { isTarget } from '../syntax/changed-builtins.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { bare, isFunction, treeIdentifier, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';

/**
 * True where code hands on a prototype that all objects may have, so that code which nobody knows may define
 * getters and setters on it: those get the objects that are read, and the values that are set.
 */
export function handsOnPrototypes(codes: readonly ParsedCode[]): boolean {
  const seen = new Set<Variable>();
  return codes.some(({ nodes }) =>
    [...nodes.members, ...nodes.calls].some((node) => {
      const of = prototypeOf(node);
      return of !== null && isHandedOn(node, { seen, of });
    }),
  );
}

/** Members that the language itself calls. */
const calledByLanguage = /^(?:then|toJSON|toLocaleString|toString|valueOf)$/;

/** Whose prototype an expression is: that of all objects, or of an unknown one; null for other expressions. */
type PrototypeOf = 'all' | 'some';

function prototypeOf(node: AnyNode): PrototypeOf | null {
  if (node.type === 'CallExpression') {
    const isGiven = /^(?:Object|Reflect)\.getPrototypeOf$/.test(builtinOf(node.callee) ?? '');
    return isGiven ? ofObject(node.arguments[0]) : null;
  }
  if (node.type !== 'MemberExpression') return null;
  const name = writtenName(node);
  if (name === '__proto__') return isTarget(node) ? null : ofObject(node.object);
  return name === 'prototype' && isSharedClass(node.object) ? 'all' : null;
}

/** True for `Object`, `Array` and their like, and `x.constructor`, which may be one of them. */
function isSharedClass(written: AnyNode): boolean {
  const node = bare(written);
  if (node.type === 'MemberExpression' && writtenName(node) === 'constructor') return true;
  return /^(?:Object|Function|Array|Promise|Iterator|(?:Weak)?(?:Map|Set))$/.test(
    builtinOf(node) ?? '',
  );
}

function ofObject(written: AnyNode | undefined): PrototypeOf {
  const type = written && bare(written).type;
  return type === 'ObjectExpression' || isFunction(written) ? 'all' : 'some';
}

interface HandedOn {
  seen: Set<Variable>;
  of: PrototypeOf;
}

function isHandedOn(node: AnyNode, by: HandedOn): boolean {
  const { parent } = node;
  if (parent === undefined || isOnlyTested(node)) return false;
  switch (parent.type) {
    case 'ExpressionStatement':
      return false;
    case 'ParenthesizedExpression':
    case 'ChainExpression':
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return isHandedOn(parent, by);
    case 'MemberExpression':
      // what is set there is found by its name, unless the language itself calls it
      return parent.object === node && isChangedBy(node, parent);
    case 'VariableDeclarator':
      return isVariableHandedOn(parent.id, by);
    case 'AssignmentExpression':
      if (parent.left === node) return false;
      return isVariableHandedOn(parent.left, by) || isHandedOn(parent, by);
    case 'CallExpression':
      return !/^(?:Object|Reflect)\.\w+$/.test(builtinOf(parent.callee) ?? '');
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      // libraries look up prototypes of what they are given
      return by.of === 'all';
    default:
      return true;
  }
}

/** True where a member of a prototype is set that nobody finds by its name, or a property is defined. */
function isChangedBy(prototype: AnyNode, member: MemberExpression): boolean {
  const name = writtenName(member);
  if (name?.startsWith('__define') === true) return true;
  if (!isTarget(member)) return false;
  const of = prototype.type === 'MemberExpression' ? bare(prototype.object) : prototype;
  const isKnown = of.type === 'Identifier' && !/^Function$/.test(builtinOf(of) ?? '');
  return calledByLanguage.test(name ?? 'then') || (!isKnown && prototype.type !== 'Identifier');
}

function isVariableHandedOn(target: AnyNode, by: HandedOn): boolean {
  const variable = variableOf(target);
  if (variable === undefined) return true;
  if (by.seen.has(variable)) return false;
  by.seen.add(variable);
  return variable.references.some((each) => {
    return each.isRead() && isHandedOn(treeIdentifier(each.identifier), by);
  });
}
