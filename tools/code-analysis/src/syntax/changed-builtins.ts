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
  readonly #globals = new Set<string>();
  #isAnyChanged = false;
  #isPrototypeChanged = false;

  readonly #onlyRead = new Map<string, boolean>();
  readonly #codes: readonly ParsedCode[];

  constructor(codes: readonly ParsedCode[]) {
    this.#codes = codes;
    for (const { nodes, unbound } of codes) {
      for (const [name, uses] of unbound) {
        if (!uses.some(isWritten)) continue;
        this.#names.add(name);
        this.#globals.add(name);
      }
      for (const node of nodes.members) this.#readMember(node);
      for (const call of nodes.calls) this.#readCall(call);
    }
  }

  /** True for a global that code assigns to. */
  isReplaced(name: string): boolean {
    return this.#globals.has(name);
  }

  /** True for a global or a method that may be another than the language's. */
  has(name: string): boolean {
    return this.#isAnyChanged || this.#names.has(name);
  }

  /**
   * True for a name that no code can give to a property, as far as it is written: all that stands in the texts
   * are reads of members.
   */
  isOnlyRead(name: string): boolean {
    const known = this.#onlyRead.get(name);
    if (known !== undefined) return known;
    const isOnly = this.#codes.every(({ text, nodes }) => {
      const reads = nodes.members.filter(
        (node) => node.type === 'MemberExpression' && !isTarget(node) && isNamed(node, name),
      );
      return text.split(name).length - 1 === reads.length;
    });
    this.#onlyRead.set(name, isOnly);
    return isOnly;
  }

  /** True where all lists or objects may have other members than their own. */
  get isPrototypeChanged(): boolean {
    return this.#isPrototypeChanged || this.#isAnyChanged;
  }

  #readMember(node: AnyNode): void {
    if (node.type !== 'MemberExpression' || !isTarget(node)) return;
    if (isConsole(node.object)) {
      const names = [writtenName(node) ?? ofConsole].flat();
      for (const each of names) this.#names.add(each);
      return;
    }
    if (!isBuiltin(node.object) && !isPrototype(node.object)) return;
    if (isPrototype(node.object)) this.#isPrototypeChanged = true;
    const name = writtenName(node);
    if (name === undefined && isSymbolKey(node.property)) return;
    if (name === undefined) this.#isAnyChanged = true;
    else this.#names.add(name);
  }

  #readCall({ callee, arguments: [target, key] }: CallExpression): void {
    const name = callee.type === 'MemberExpression' ? writtenName(callee) : undefined;
    if (!changers.test(name ?? '') || target === undefined) return;
    if (!isBuiltin(target) && !isPrototype(target) && !isConsole(target)) return;
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

/** True for a symbol as a key, which is no name: `Symbol.for('registry')`, also through a constant. */
function isSymbolKey(written: AnyNode): boolean {
  const node = bare(written);
  if (node.type === 'CallExpression') return isSymbolKey(node.callee);
  if (node.type === 'MemberExpression') return isSymbolKey(node.object);
  if (node.type !== 'Identifier') return false;
  if (node.variable === undefined) return node.name === 'Symbol';
  const [only, ...others] = node.variable.references.filter((reference) => reference.isWrite());
  const value = others.length === 0 ? treeNode(only?.writeExpr) : undefined;
  const made = value && bare(value);
  const isMade = made?.type === 'CallExpression' || made?.type === 'MemberExpression';
  return isMade && isSymbolKey(made);
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

/** Functions of the console that code replaces by computed names, as loggers do. */
const ofConsole = ['debug', 'error', 'info', 'log', 'trace', 'warn'];

function isConsole(written: AnyNode): boolean {
  const node = bare(written);
  return node.type === 'Identifier' && node.variable === undefined && node.name === 'console';
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

/** True for `x.name`. */
function isNamed(node: AnyNode, name: string): boolean {
  return node.type === 'MemberExpression' && !node.computed && writtenName(node) === name;
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
