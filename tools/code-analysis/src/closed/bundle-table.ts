import type { AnyNode, CallExpression, MemberExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import { isOnlyTested } from '../apis/api-use.ts';
import { isTarget } from '../syntax/changed-builtins.ts';
import { argumentsOf, returnedBy } from '../syntax/inside-function.ts';
import {
  bare,
  enclosingFunction,
  type FunctionNode,
  isFunction,
  treeIdentifier,
  treeNode,
  writtenName,
} from '../syntax/syntax.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';
import { isWrittenAgain } from '../values/only-read.ts';

/** A table of modules, as webpack and its like write one, with the function that loads a module by its key. */
export interface BundleTable {
  /** What loads a module: the function's own name, and the parameter by which each module gets it. */
  loaders: readonly Variable[];
  /** Modules by key: functions of `(module, exports, load)`. */
  modules: ReadonlyMap<string, FunctionNode>;
  /** True where `this` is the module's exports. */
  givesThis: boolean;
}

/**
 * Reads the table around a call that runs a module, `table[key].call(module.exports, module, module.exports,
 * load)`, if the function around it surely does nothing but webpack's work: it runs the module of its key once,
 * with a new object as its exports, and gives back that.
 *
 * @returns null for any other call, and where the function may do more
 */
export function tableAt(call: CallExpression): BundleTable | null {
  const own = enclosingFunction(call);
  const loader = own && nameOf(own);
  const key = own?.params.length === 1 ? variableOf(own.params[0]) : undefined;
  if (own === undefined || loader === undefined || key === undefined) return null;
  if (isWrittenAgain(key) || argumentsOf(own).length > 0 || own.async || own.generator) return null;
  const run = readRun(call, { key, loader });
  const made = run && madeModule(run.module, { call, key });
  if (run === null || made === null || !givesModule(own, { ...made, key })) return null;
  const around = { own, key, loader, run: run.member };
  const literal = literalOf(run.table, around);
  const modules = literal && modulesOf(literal);
  if (!isCache(made.cache, around) || !modules) return null;
  const given = [...modules.values()].flatMap(({ params: [, , load] }) => load ?? []);
  const names = given.map((each) => variableOf(each));
  const isPlain = names.every((each) => each !== undefined && !each.references.some(isWrite));
  if (!isPlain) return null;
  const loaders = [loader, ...names.filter((each) => each !== undefined)];
  return { loaders, modules, givesThis: run.givesThis };
}

function isWrite(reference: Variable['references'][number]): boolean {
  return reference.isWrite();
}

function nameOf(of: FunctionNode): Variable | undefined {
  const name = of.type === 'FunctionDeclaration' ? of.id?.variable : undefined;
  return name?.defs.length === 1 && !name.references.some(isWrite) ? name : undefined;
}

interface Run {
  table: Variable;
  module: Variable;
  givesThis: boolean;
  member: MemberExpression;
}

/** The parts of `table[key](module, module.exports, load)`, also by `call`. */
function readRun(call: CallExpression, by: { key: Variable; loader: Variable }): Run | null {
  const { callee } = call;
  if (callee.type !== 'MemberExpression') return null;
  const givesThis = writtenName(callee) === 'call' && callee.object.type === 'MemberExpression';
  const member = givesThis ? callee.object : callee;
  if (member.type !== 'MemberExpression' || !isItem(member, by.key)) return null;
  const [object, given] = givesThis
    ? [call.arguments[0], call.arguments.slice(1)]
    : [undefined, call.arguments];
  const [module, exports, load] = given;
  const variable = variableOf(module);
  const table = variableOf(member.object);
  if (variable === undefined || table === undefined || given.length !== 3) return null;
  const isExports = (node: AnyNode | undefined) =>
    node !== undefined && isExportsOf(node, variable);
  if (!isExports(exports) || (givesThis && !isExports(object))) return null;
  return variableOf(load) === by.loader ? { table, module: variable, givesThis, member } : null;
}

/** True for `x[key]`. */
function isItem(node: MemberExpression, key: Variable): boolean {
  return node.computed && variableOf(node.property) === key;
}

function isExportsOf(node: AnyNode, module: Variable): boolean {
  return (
    node.type === 'MemberExpression' &&
    writtenName(node) === 'exports' &&
    variableOf(node.object) === module &&
    !isTarget(node)
  );
}

/** Reads `var module = cache[key] = { id: key, loaded: false, exports: {} }`; null for any other variable. */
function madeModule(
  module: Variable,
  { call, key }: { call: CallExpression; key: Variable },
): { module: Variable; cache: Variable } | null {
  const written = module.references.filter(isWrite);
  const kept = written.length === 1 ? treeNode(written[0]?.writeExpr) : undefined;
  if (kept?.type !== 'AssignmentExpression' || kept.operator !== '=') return null;
  const { left, right } = kept;
  const cache = left.type === 'MemberExpression' ? variableOf(left.object) : undefined;
  if (left.type !== 'MemberExpression' || cache === undefined || !isItem(left, key)) return null;
  if (right.type !== 'ObjectExpression') return null;
  const isPlain = right.properties.every((each) => {
    if (each.type !== 'Property' || each.kind !== 'init' || each.computed) return false;
    const name = writtenName(each) ?? '';
    const { value } = each;
    if (name === 'exports') return value.type === 'ObjectExpression' && !value.properties.length;
    return /^(?:i|id|l|loaded)$/.test(name) && (isConstant(value) || variableOf(value) === key);
  });
  const isMade = isPlain && right.properties.some((each) => isNamed(each, 'exports'));
  return isMade &&
    module.references.every((each) => isOwnUse(treeIdentifier(each.identifier), call))
    ? { module, cache }
    : null;
}

function isConstant(node: AnyNode): boolean {
  return node.type === 'Literal' || (node.type === 'UnaryExpression' && isConstant(node.argument));
}

function isNamed(node: AnyNode, name: string): boolean {
  return node.type === 'Property' && writtenName(node) === name;
}

/** True where the loader reads the exports of a module, notes that it ran, or hands it to itself. */
function isOwnUse(use: AnyNode, run: CallExpression): boolean {
  const { parent } = use;
  if (parent?.type === 'VariableDeclarator') return parent.id === use;
  if (parent?.type === 'CallExpression') return parent === run;
  if (parent?.type !== 'MemberExpression' || parent.object !== use) return false;
  const name = writtenName(parent) ?? '';
  if (name === 'exports') return parent.parent === run || isGivenBack(parent);
  return /^(?:l|loaded)$/.test(name) && isTarget(parent);
}

/** True for what a function returns, and for a value that nothing takes. */
function isGivenBack(node: AnyNode): boolean {
  const { parent } = node;
  if (parent?.type === 'ParenthesizedExpression') return isGivenBack(parent);
  if (parent?.type === 'SequenceExpression')
    return parent.expressions.at(-1) !== node || isGivenBack(parent);
  return parent?.type === 'ReturnStatement' || parent?.type === 'ExpressionStatement';
}

/** True where a loader returns nothing but the exports of the module of its key. */
function givesModule(
  own: FunctionNode,
  { module, cache, key }: { module: Variable; cache: Variable; key: Variable },
): boolean {
  const given = returnedBy(own).map(bare);
  return (
    given.length > 0 &&
    given.every((each) => {
      if (isExportsOf(each, module)) return true;
      if (each.type !== 'MemberExpression' || writtenName(each) !== 'exports') return false;
      return isKept(bare(each.object), { cache, key });
    })
  );
}

/** True for `cache[key]`, also through a variable. */
function isKept(node: AnyNode, of: { cache: Variable; key: Variable }): boolean {
  if (node.type === 'MemberExpression') {
    return variableOf(node.object) === of.cache && isItem(node, of.key);
  }
  const variable = variableOf(node);
  const written = variable?.references.filter(isWrite) ?? [];
  const value = written.length === 1 ? treeNode(written[0]?.writeExpr) : undefined;
  if (value?.type !== 'MemberExpression') return false;
  const isOnlyRead = variable?.references.every((reference) => {
    const use = treeIdentifier(reference.identifier);
    const { parent } = use;
    if (reference.isWrite() || isOnlyTested(use)) return true;
    if (parent?.type !== 'MemberExpression' || parent.object !== use) return false;
    return writtenName(parent) === 'exports' && isGivenBack(parent);
  });
  return isOnlyRead === true && isKept(value, of);
}

interface Around {
  own: FunctionNode;
  key: Variable;
  loader: Variable;
  /** `table[key]`, which is called. */
  run: MemberExpression;
}

/** True for a variable that only the loader uses, `cache[key]`, or that becomes a property of it. */
function isUsedByLoader(variable: Variable, around: Around): boolean {
  const { own, key, loader } = around;
  return variable.references.every((reference) => {
    if (reference.init === true) return true;
    const use = treeIdentifier(reference.identifier);
    const { parent } = use;
    if (parent?.type === 'MemberExpression' && parent.object === use) {
      return isItem(parent, key) && enclosingFunction(use) === own && isOwnItem(parent, around);
    }
    if (parent?.type !== 'AssignmentExpression' || parent.right !== use) return false;
    return parent.left.type === 'MemberExpression' && variableOf(parent.left.object) === loader;
  });
}

/** True for a module that is run, kept, looked for, or whose exports are read. */
function isOwnItem(item: MemberExpression, { run }: Around): boolean {
  const { parent } = item;
  if (item === run || isOnlyTested(item)) return true;
  if (parent?.type === 'VariableDeclarator') return parent.init === item;
  if (parent?.type !== 'MemberExpression' || parent.object !== item) return false;
  return writtenName(parent) === 'exports' && isGivenBack(parent);
}

function isCache(cache: Variable, around: Around): boolean {
  const value = treeNode(cache.references.find((each) => each.init === true)?.writeExpr);
  const isEmpty = value?.type === 'ObjectExpression' && value.properties.length === 0;
  return isEmpty && cache.defs.length === 1 && isUsedByLoader(cache, around);
}

/** The literal of a table, which is in a variable, or the argument of a function that is called at once. */
function literalOf(table: Variable, around: Around): AnyNode | null {
  if (table.defs.length !== 1 || isWrittenAgain(table) || !isUsedByLoader(table, around))
    return null;
  const parameter = parameterOf(table);
  if (parameter === null) {
    return treeNode(table.references.find((each) => each.init === true)?.writeExpr) ?? null;
  }
  const { of, at } = parameter;
  const { parent } = of;
  const isAtOnce = parent?.type === 'CallExpression' && bare(parent.callee) === of;
  return (isAtOnce && argumentsOf(of).length === 0 && parent.arguments[at]) || null;
}

function modulesOf(literal: AnyNode): Map<string, FunctionNode> | null {
  const modules = new Map<string, FunctionNode>();
  const items =
    literal.type === 'ArrayExpression'
      ? [...literal.elements.entries()].flatMap(([at, value]) => {
          return value === null ? [] : [{ key: String(at), value }];
        })
      : literal.type === 'ObjectExpression'
        ? literal.properties.map((each) => {
            const isPlain = each.type === 'Property' && each.kind === 'init';
            return {
              key: isPlain ? writtenName(each) : undefined,
              value: isPlain ? each.value : null,
            };
          })
        : null;
  for (const { key, value } of items ?? []) {
    const of = value && bare(value);
    if (key === undefined || key === '__proto__' || !isFunction(of) || argumentsOf(of).length > 0)
      return null;
    if (of.params.some(({ type }) => type !== 'Identifier') || of.params.length > 3) return null;
    if (of.async || of.generator || callsItself(of)) return null;
    modules.set(key, of);
  }
  return modules.size === 0 ? null : modules;
}

/** True for a function that its own code may call again, with other exports. */
export function callsItself(of: FunctionNode): boolean {
  const id = of.type === 'ArrowFunctionExpression' ? null : of.id;
  return (id?.variable?.references ?? []).length > 0;
}
