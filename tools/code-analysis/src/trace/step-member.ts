import type { AnyNode, CallExpression, MemberExpression } from 'acorn';
import { isAssigned } from '../apis/api-use.ts';
import { isEnvironment } from '../apis/program-settings.ts';
import { builtinOf } from '../apis/builtins.ts';
import { exportsHolder, givesExport, wholeModule } from '../modules/bundled-modules.ts';
import { copyOf } from '../modules/namespace-copy.ts';
import {
  type ApiValue,
  type ExportsValue,
  followElements,
  followExports,
  type ListValue,
  type Value,
} from '../values/value.ts';
import { mayGiveItem } from '../values/list-members.ts';
import { setSetting } from './set-settings.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';
import { plainArgument } from '../values/fold-strings.ts';
import { mayBeMissing } from '../values/may-be-missing.ts';
import { isWrittenAgain, maySetArguments } from '../values/only-read.ts';
import { viaOf } from './called-with.ts';
import { bindParameter } from './step-list.ts';
import { isTrap } from './require-trap.ts';
import { notFollowed, type Tracer } from './tracer.ts';

/** Handles a read of a member of a value. */
export function stepMember(tracer: Tracer, at: { node: MemberExpression; value: Value }): void {
  const { node, value } = at;
  switch (value.kind) {
    case 'api':
      return stepApiMember(tracer, { node, api: value });
    case 'function': {
      const names = tracer.namesOf(node);
      // import helpers make the function of `module.exports = function` its own `default`
      if (names?.some((name) => name === 'default' || calls.test(name))) tracer.add(node, value);
      // its own properties are followed by their names
      else if (names !== null || copyOf(tracer, node) !== null) tracer.judge();
      return;
    }
    case 'list':
      if (value.isTable) stepTable(tracer, { node, table: value });
      else if (isOfNoList(tracer, { node, list: value })) tracer.judge();
      else if (isCalled(node) && tracer.namesOf(node)?.every(isMethod)) tracer.add(node, value);
      else followElements(value, (element) => tracer.add(node, element));
      return;
    case 'exports': {
      const names = tracer.namesOf(node);
      const copy = names === null ? copyOf(tracer, node) : null;
      if (copy !== null) return tracer.calls.bindCopy(copy, value);
      stepPromise(tracer, { node, names: names ?? [], value });
      // a member of what a module exports as a whole is none of it: `require('./root')[name]`
      const isModule = exportsHolder(tracer, node.object) !== null;
      followExports(value, (name, exported) => {
        if (names === null ? name === wholeModule && !isModule : !givesExport(names, name)) return;
        if (exported.kind === 'api') tracer.reach(node, exported);
        else tracer.add(node, exported);
      });
    }
  }
}

/** Handles `table[key]`: with a computed key, it may be any of the table's values. */
function stepTable(tracer: Tracer, at: { node: MemberExpression; table: ListValue }): void {
  const { node, table } = at;
  // its properties are followed by their names
  const names = tracer.namesOf(node);
  if (names?.some((name) => notFollowed.has(name))) {
    return followElements(table, (each) => tracer.add(node, each));
  }
  if (names !== null) return tracer.judge();
  const copy = copyOf(tracer, node);
  if (copy !== null) tracer.calls.bindCopy(copy, table);
  else followElements(table, (each) => tracer.add(node, each));
}

/** True for members that lists don't have. A property that code gives one is followed by its name. */
function isOfNoList(tracer: Tracer, at: { node: MemberExpression; list: ListValue }): boolean {
  if (at.list.isOpen) return false;
  const { changed } = tracer.code.index;
  return (
    tracer.namesOf(at.node)?.every((name) => {
      return !mayGiveItem(name) && !changed.has(name);
    }) ?? false
  );
}

function isMethod(name: string): boolean {
  return !/^\d+$/.test(name);
}

function isCalled(node: MemberExpression): boolean {
  return node.parent?.type === 'CallExpression' && node.parent.callee === node;
}

function stepApiMember(tracer: Tracer, at: { node: MemberExpression; api: ApiValue }): void {
  const { node, api } = at;
  const names = namesFor(tracer, node, api) ?? tracer.namesOf(node);
  setSetting(tracer, { node, api, names });
  if (names === null) {
    if (isEnvironment(api)) return tracer.judge();
    if (api.node.does === 'requires' && isTrap(node)) return tracer.judge();
    const copy = copyOf(tracer, node);
    if (copy === null) tracer.readComputed(node, api);
    else tracer.calls.bindCopy(copy, api);
    return;
  }
  tracer.unseen.see(api, names);
  for (const name of names) {
    if (calls.test(name) && isCallable(node, api)) tracer.add(node, api);
    if (stepPromise(tracer, { node, names: [name], value: api })) continue;
    if (name === '__proto__') tracer.add(node, api);
    if (name === 'valueOf' && node.parent && isCalled(node)) tracer.add(node.parent, api);
    if (isCalled(node) && isPatched(tracer, name)) tracer.escape(node, api);
    if (api.node.others === 'loads-outside' && name !== 'exports' && isAssigned(node)) {
      tracer.tellOutside(node, `${api.name}.${name}`);
    }
    if (name === 'exports') tracer.setExports.found(tracer, node, api);
    const member = tracer.apis.member(api, name);
    if (member !== undefined) tracer.reach(node, member);
  }
  // a member that nothing is known of is harmless
  tracer.judge();
}

/**
 * The names of a member that came with the object: `key` of `(object, key) => object[key]` for the object of a
 * single call. Null for all others.
 */
function namesFor(tracer: Tracer, node: MemberExpression, api: ApiValue): string[] | null {
  const variable = node.computed ? variableOf(node.property) : undefined;
  const parameter = parameterOf(variable);
  if (variable === undefined || parameter === null || isWrittenAgain(variable)) return null;
  let { given } = api;
  while (given !== undefined && given.to !== parameter.of) given = given.value.given;
  const from = given?.call;
  if (from?.type !== 'CallExpression' && from?.type !== 'NewExpression') return null;
  const via = viaOf(from);
  if (via === 'apply' || maySetArguments(variable)) return null;
  const argument = plainArgument(from, parameter.at + (via === 'call' ? 1 : 0));
  return argument === undefined ? null : tracer.code.index.strings(argument);
}

/** True for a method that code adds to every object: `Object.prototype.name = …`. */
function isPatched(tracer: Tracer, name: string): boolean {
  return (tracer.code.index.functions.get(name) ?? []).some(({ parent }) => {
    const left = parent?.type === 'AssignmentExpression' ? parent.left : undefined;
    if (left?.type !== 'MemberExpression') return false;
    return /^(?:Object|Function)\.prototype$/.test(builtinOf(left.object) ?? '');
  });
}

const calls = /^(?:call|apply|bind)$/;

/**
 * True where reading `call`, `apply` or `bind` keeps the effect of an API. `Function.call.bind(other)` keeps
 * none: its `call` is the same for every function.
 */
function isCallable(node: MemberExpression, { node: { does } }: ApiValue): boolean {
  return does === 'evaluates' ? isCalled(node) : does !== undefined;
}

/** Handles `import('fs').then((fs) => …)` and its like; false for other members. */
function stepPromise(
  tracer: Tracer,
  at: { node: MemberExpression; names: readonly string[]; value: ApiValue | ExportsValue },
): boolean {
  const { node, names, value } = at;
  const call = node.parent;
  if (call?.type !== 'CallExpression' || call.callee !== node) return false;
  const [first] = call.arguments;
  // the promise of the same value, where that isn't taken
  const isSame = names.includes('then') && mayBeMissing(tracer.code.index, first);
  if (isSame || names.includes('catch') || names.includes('finally')) tracer.add(call, value);
  const isThen = names.includes('then') || names.includes('catch');
  if (isThen && first !== undefined && !isNothing(first)) stepThen(tracer, { call, value });
  return isThen;
}

function isNothing(node: AnyNode): boolean {
  if (node.type === 'Literal') return node.value === null && !node.regex;
  return node.type === 'Identifier' && node.variable === undefined && node.name === 'undefined';
}

function stepThen(
  tracer: Tracer,
  at: { call: CallExpression; value: ApiValue | ExportsValue },
): void {
  const { call, value } = at;
  const [callback] = call.arguments;
  const functions = callback === undefined ? null : tracer.code.index.functionsOf(callback);
  if (functions === null) return escapeAll(tracer, call, value);
  for (const each of functions) {
    bindParameter(tracer, { to: each, nth: 0, value, ...(callback && { callee: callback }) });
    tracer.calls.link(call, each);
  }
}

function escapeAll(tracer: Tracer, node: AnyNode, value: ApiValue | ExportsValue): void {
  if (value.kind === 'api') return tracer.escape(node, value);
  followExports(value, (_, exported) => tracer.escape(node, exported));
}
