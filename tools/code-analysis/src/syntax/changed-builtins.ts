import type { AnyNode, CallExpression, Identifier } from 'acorn';
import { bare, treeNode, writtenName } from './syntax.ts';
import type { ParsedCode } from './parse-code.ts';

/** Builtins whose functions and prototypes are relied on when texts are computed. */
const holders =
  /^(?:Array|Boolean|Iterator|JSON|Map|Number|Object|Promise|Set|String|Symbol|WeakMap|WeakSet)$/;
const globals = /^(?:globalThis|global|window|self|top|frames)$/;
const changers = /^(?:assign|define\w*|set|setPrototypeOf|__defineGetter__)$/;

/** Finds builtins of the language that code replaces or patches, so that they give something else. */
export class ChangedBuiltins {
  readonly #names = new Set<string>();
  #isAnyChanged = false;
  #isPrototypeChanged = false;

  constructor(codes: readonly ParsedCode[]) {
    for (const { nodes, unbound } of codes) {
      for (const [name, uses] of unbound) if (uses.some(isWritten)) this.#names.add(name);
      for (const node of nodes.members) this.#readMember(node);
      for (const call of nodes.calls) this.#readCall(call);
    }
  }

  /** True for a global or a method that may be another than the language's. */
  has(name: string): boolean {
    return this.#isAnyChanged || this.#names.has(name);
  }

  /** True where all lists or objects may have other members than their own. */
  get isPrototypeChanged(): boolean {
    return this.#isPrototypeChanged || this.#isAnyChanged;
  }

  #readMember(node: AnyNode): void {
    if (node.type !== 'MemberExpression' || !isTarget(node)) return;
    if (!isBuiltin(node.object) && !isPrototype(node.object)) return;
    if (isPrototype(node.object)) this.#isPrototypeChanged = true;
    const name = writtenName(node);
    if (name === undefined) this.#isAnyChanged = true;
    else this.#names.add(name);
  }

  #readCall({ callee, arguments: [target, key] }: CallExpression): void {
    const name = callee.type === 'MemberExpression' ? writtenName(callee) : undefined;
    if (!changers.test(name ?? '') || target === undefined) return;
    if (!isBuiltin(target) && !isPrototype(target)) return;
    if (isPrototype(target)) this.#isPrototypeChanged = true;
    if (key?.type === 'Literal') this.#names.add(String(key.value));
    else if (key?.type === 'ObjectExpression') {
      for (const each of key.properties) {
        const defined = each.type === 'Property' ? writtenName(each) : undefined;
        if (defined === undefined) this.#isAnyChanged = true;
        else this.#names.add(defined);
      }
    } else if (isPrototype(target)) this.#isAnyChanged = true;
  }
}

/** True for `String`, `globalThis` and their like. */
function isBuiltin(written: AnyNode): boolean {
  const node = bare(written);
  return (
    node.type === 'Identifier' &&
    node.variable === undefined &&
    (holders.test(node.name) || globals.test(node.name))
  );
}

/** True for `String.prototype` and `''.__proto__`, also through a variable. */
function isPrototype(written: AnyNode, depth = 0): boolean {
  const node = bare(written);
  if (node.type === 'MemberExpression') {
    const name = writtenName(node);
    if (name === '__proto__') return true;
    return name === 'prototype' && isBuiltin(node.object);
  }
  if (node.type === 'CallExpression') {
    return node.callee.type === 'MemberExpression' && writtenName(node.callee) === 'getPrototypeOf';
  }
  if (node.type !== 'Identifier' || node.variable === undefined || depth > 4) return false;
  return node.variable.references.some(({ writeExpr }) => {
    const value = treeNode(writeExpr);
    return value !== undefined && isPrototype(value, depth + 1);
  });
}

function isWritten(node: Identifier): boolean {
  return isTarget(node);
}

/** True for an expression that is assigned to, also by a pattern or a loop. */
export function isTarget(node: AnyNode): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'AssignmentExpression':
    case 'AssignmentPattern':
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.left === node;
    case 'UpdateExpression':
    case 'ArrayPattern':
    case 'RestElement':
      return true;
    case 'UnaryExpression':
      return parent.operator === 'delete';
    case 'Property':
      return parent.value === node && parent.parent?.type === 'ObjectPattern';
    default:
      return false;
  }
}
