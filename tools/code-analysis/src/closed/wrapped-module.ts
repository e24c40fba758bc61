import type { AnyNode, CallExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import { isOnlyTested } from '../apis/api-use.ts';
import { builtinOf } from '../apis/builtins.ts';
import { isTarget } from '../syntax/changed-builtins.ts';
import { argumentsOf, returnedBy } from '../syntax/inside-function.ts';
import {
  bare,
  type FunctionNode,
  isFunction,
  treeIdentifier,
  treeNode,
  writtenName,
} from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import { callsItself } from './bundle-table.ts';

/** A module that esbuild wrapped: a function of `(exports, module)`, and the variable of what loads it. */
export interface WrappedModule {
  of: FunctionNode;
  loader: Variable;
}

/**
 * Reads `var load = wrap({ 'file.js'(exports, module) { … } })`, where `wrap` surely does nothing but to run the
 * module once with a new object as its exports, and to give back that.
 *
 * @returns null for any other call
 */
export function wrappedAt(call: CallExpression): WrappedModule | null {
  const { parent } = call;
  if (parent?.type !== 'VariableDeclarator' || parent.init !== call) return null;
  const loader = variableOf(parent.id);
  const [given, ...others] = call.arguments;
  const of = given && others.length === 0 ? moduleIn(given) : undefined;
  if (of === undefined || loader?.defs.length !== 1 || argumentsOf(of).length > 0) return null;
  if (of.params.length > 2 || of.params.some(({ type }) => type !== 'Identifier')) return null;
  if (callsItself(of)) return null;
  if (of.async || of.generator || loader.references.filter((each) => each.isWrite()).length !== 1)
    return null;
  return isWrap(call.callee) ? { of, loader } : null;
}

function moduleIn(given: AnyNode): FunctionNode | undefined {
  if (isFunction(given)) return given;
  const [only, ...others] = given.type === 'ObjectExpression' ? given.properties : [];
  const isOne = only?.type === 'Property' && only.kind === 'init' && others.length === 0;
  const isNamed = isOne && writtenName(only) !== undefined && writtenName(only) !== '__proto__';
  return isNamed && isFunction(only.value) ? only.value : undefined;
}

const known = new WeakMap<Variable, boolean>();

function isWrap(callee: AnyNode): boolean {
  const variable = variableOf(callee);
  if (variable?.defs.length !== 1) return false;
  const found = known.get(variable) ?? isWrapVariable(variable);
  known.set(variable, found);
  return found;
}

function isWrapVariable(variable: Variable): boolean {
  const definition = treeNode(variable.defs[0]?.node);
  const writes = variable.references.filter((each) => each.isWrite());
  if (definition?.type === 'FunctionDeclaration') return writes.length === 0 && wraps(definition);
  const value = definition?.type === 'VariableDeclarator' ? definition.init : undefined;
  return writes.length === 1 && isFunction(value) && wraps(value);
}

/**
 * True for `(run, module) => () => (module || run((module = { exports: {} }).exports, module), module.exports)`, in
 * which `run` may be the only property of an object: `run[Object.getOwnPropertyNames(run)[0]]`.
 */
function wraps(of: FunctionNode): boolean {
  const [run, module, ...others] = of.params.map((param) => variableOf(param));
  if (run === undefined || module === undefined || others.length > 0) return false;
  if (of.async || of.generator || argumentsOf(of).length > 0) return false;
  const [made, ...more] = returnedBy(of).map(bare);
  if (!isFunction(made) || more.length > 0 || made.params.length > 0) return false;
  if (made.async || made.generator) return false;
  const given = returnedBy(made).map(bare);
  if (given.length === 0 || !given.every((each) => isExportsOf(each, module))) return false;
  const uses = (variable: Variable) =>
    variable.references.map(({ identifier }) => treeIdentifier(identifier));
  const calls = uses(run).flatMap((use) => runBy(use) ?? []);
  const [call] = calls;
  if (call === undefined || calls.length !== 1) return false;
  const isOwn = (use: AnyNode) => runBy(use) !== null || isKeyOf(use, run);
  return (
    uses(run).every(isOwn) &&
    isGivenModule(call, module) &&
    uses(module).every((use) => isOwnUse(use, call))
  );
}

function isExportsOf(node: AnyNode, module: Variable): boolean {
  return (
    node.type === 'MemberExpression' &&
    writtenName(node) === 'exports' &&
    variableOf(node.object) === module
  );
}

/** The call of `run(…)` and `run[key](…)`; null for any other use. */
function runBy(use: AnyNode): CallExpression | null {
  let called = use;
  const { parent } = use;
  if (parent?.type === 'MemberExpression' && parent.object === use && parent.computed) {
    called = parent;
  }
  let call = called.parent;
  while (call?.type === 'SequenceExpression' && call.expressions.at(-1) === called) {
    called = call;
    call = call.parent;
  }
  if (call?.type === 'ParenthesizedExpression') {
    called = call;
    call = call.parent;
  }
  return call?.type === 'CallExpression' && call.callee === called ? call : null;
}

/** True in `names(run)[0]`, the key of `run`. */
function isKeyOf(use: AnyNode, run: Variable): boolean {
  const call = use.parent;
  const item = call?.parent;
  const member = item?.parent;
  return (
    call?.type === 'CallExpression' &&
    call.arguments[0] === use &&
    // another function may run the module itself
    /^Object\.(?:getOwnPropertyNames|keys)$/.test(builtinOf(call.callee) ?? '') &&
    item?.type === 'MemberExpression' &&
    item.object === call &&
    member?.type === 'MemberExpression' &&
    member.property === item &&
    variableOf(member.object) === run
  );
}

/** True for the arguments `(module = { exports: {} }).exports, module`. */
function isGivenModule({ arguments: [exports, module, ...others] }: CallExpression, of: Variable) {
  if (others.length > 0 || variableOf(module) !== of) return false;
  if (exports?.type !== 'MemberExpression' || writtenName(exports) !== 'exports') return false;
  const set = bare(exports.object);
  if (set.type !== 'AssignmentExpression' || variableOf(set.left) !== of) return false;
  const { right } = set;
  const [only, ...more] = right.type === 'ObjectExpression' ? right.properties : [];
  return (
    only?.type === 'Property' &&
    more.length === 0 &&
    writtenName(only) === 'exports' &&
    only.value.type === 'ObjectExpression' &&
    only.value.properties.length === 0
  );
}

/** True where `module` is tested, set, handed to the module, or read for its exports. */
function isOwnUse(use: AnyNode, call: CallExpression): boolean {
  const { parent } = use;
  if (isOnlyTested(use)) return true;
  if (parent?.type === 'AssignmentExpression' && parent.left === use) {
    const isMade = parent.right.type === 'ObjectExpression' && isIn(parent, call);
    return isMade || parent.right.type === 'Literal';
  }
  if (parent?.type === 'CallExpression') return parent === call;
  if (parent?.type === 'LogicalExpression') return parent.left === use && isDropped(parent);
  if (parent?.type !== 'MemberExpression' || parent.object !== use) return false;
  return writtenName(parent) === 'exports' && !isTarget(parent);
}

/** True for an expression whose value nothing takes. */
function isDropped(node: AnyNode): boolean {
  const { parent } = node;
  if (parent?.type === 'ParenthesizedExpression') return isDropped(parent);
  if (parent?.type === 'SequenceExpression') return parent.expressions.at(-1) !== node;
  return parent?.type === 'ExpressionStatement';
}

function isIn(node: AnyNode, around: AnyNode): boolean {
  return node.start >= around.start && node.end <= around.end;
}
