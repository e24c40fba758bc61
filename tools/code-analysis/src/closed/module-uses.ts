import type { AnyNode, CallExpression } from 'acorn';
import { isOnlyTested } from '../apis/api-use.ts';
import { isTarget } from '../syntax/changed-builtins.ts';
import { argumentsOf } from '../syntax/inside-function.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import {
  bare,
  enclosingFunction,
  type FunctionNode,
  isFunction,
  writtenName,
} from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import { tableAt } from './bundle-table.ts';

/** A module whose places are all known, as far as it isn't open. */
export interface Module {
  /** What it is: a function in a bundle, or a file. */
  of: FunctionNode | ParsedCode;
  /** Expressions in the module that are its exports: `exports`, `module.exports`, `this`. */
  own: AnyNode[];
  /** What it exports as a whole: `module.exports = …`. */
  wholes: AnyNode[];
  /** Calls that load it. */
  loads: AnyNode[];
  /** True where others may load it, or have its `module`. */
  isOpen: boolean;
}

/** Reads a use of `module`. */
export function readModule(use: AnyNode, module: Module): void {
  const member = use.parent;
  if (isOnlyTested(use) && !isTarget(use)) return;
  if (member?.type !== 'MemberExpression' || member.object !== use) {
    module.isOpen = true;
    return;
  }
  const name = writtenName(member);
  if (name !== 'exports') {
    // facts of it
    if (!/^(?:id|i|l|loaded|filename|hot)$/.test(name ?? '')) module.isOpen = true;
    return;
  }
  if (!isTarget(member)) {
    module.own.push(member);
    return;
  }
  const { parent } = member;
  if (parent?.type === 'AssignmentExpression' && parent.operator === '=') {
    module.wholes.push(parent.right);
  } else module.isOpen = true;
}

/** Reads `load.bind(load, 123)`, as in `.then(load.bind(load, 123))`: nobody knows what has the module then. */
export function readLater(member: AnyNode, modules: ReadonlyMap<string, Module>): boolean {
  const call = member.parent;
  if (call?.type !== 'CallExpression' || call.callee !== member) return false;
  const [, key, ...others] = call.arguments;
  if (key?.type !== 'Literal' || others.length > 0) return false;
  const module = modules.get(String(key.value));
  if (module !== undefined) module.isOpen = true;
  return true;
}

/** True in webpack's helper `t`, whose own uses are looked at. */
export function isInHelper(call: CallExpression, loader: AnyNode): boolean {
  const set = enclosingFunction(call)?.parent;
  return (
    set?.type === 'AssignmentExpression' &&
    set.left.type === 'MemberExpression' &&
    writtenName(set.left) === 't' &&
    variableOf(set.left.object) === variableOf(loader)
  );
}

/** True for the first argument of `load.bind(load, 123)`. */
export function isBound({ callee, arguments: [first] }: CallExpression, use: AnyNode): boolean {
  if (callee.type !== 'MemberExpression' || first !== use) return false;
  return writtenName(callee) === 'bind' && variableOf(callee.object) === variableOf(use);
}

/** True in `function () { … }.call(exports, load, exports, module)`, where the function takes nothing. */
export function isUnused(call: CallExpression, use: AnyNode): boolean {
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || writtenName(callee) !== 'call') return false;
  const of = bare(callee.object);
  const takesNone = isFunction(of) && of.params.length === 0 && argumentsOf(of).length === 0;
  return takesNone && call.arguments[0] !== use;
}

/** True in `table[key].call(module.exports, module, module.exports, load)`. */
export function isRunByLoader(call: CallExpression, use: AnyNode): boolean {
  return call.arguments.at(-1) === use && tableAt(call) !== null;
}

export function isModuleSyntax({ tree }: ParsedCode): boolean {
  return tree.body.some(({ type }) => /^(?:Import|Export)/.test(type));
}
