import type { AnyNode, MemberExpression } from 'acorn';
import { isTarget } from '../syntax/changed-builtins.ts';
import { argumentsOf } from '../syntax/inside-function.ts';
import type { Reference } from 'eslint-scope';
import {
  type FunctionNode,
  isFunction,
  treeIdentifier,
  treeNode,
  writtenName,
} from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import type { TracedCall } from '../trace/call-links.ts';
import { setsMembers } from './copy-writes.ts';
import { foreignModule } from './foreign.ts';
import { functionsCalledBy, functionsIn, functionsOf } from './functions-of.ts';
import { flowToOwnThis, giveToEditor, giveToHelper } from './helper-uses.ts';
import { giveToList } from './list-uses.ts';
import type { Round } from './round.ts';
import { sureThings, valuesOf } from './sure-things.ts';
import type { Thing } from './thing.ts';
import { give, giveResultTo } from './use-thing.ts';

/** Handles a call of a function, or `new` of a class. */
export function callThing(round: Round, call: TracedCall, thing: Thing): void {
  if (thing.kind !== 'function') return round.open(thing);
  const { of } = thing;
  const uses = round.usesOf(thing);
  if (call.type === 'NewExpression') round.flow(call, round.around.things.of('instance', of));
  else if (isFunction(of) && round.isMade(round.around.things.of('instance', of))) round.loosen(of);
  if (isFunction(of)) {
    for (const each of round.resultsOf(of)) giveResultTo(round, { call, isAsync: of.async }, each);
  }
  if (uses.calls.has(call)) return;
  uses.calls.add(call);
}

/** Handles `thing.name(…)`: the functions that the property may be have the thing as `this`. */
export function callMethod(
  round: Round,
  { member, name }: { member: MemberExpression; name: string },
  thing: Thing,
): void {
  round.lookAgain(member.object, thing);
  const values = valuesOf(round, thing, name);
  const known = values.filter((each) => each !== undefined);
  if (values.length === 0 && harmless.test(name) && !round.around.index.changed.has(name)) return;
  const functions = known.length === values.length ? functionsIn(round, known) : null;
  // a function has no other methods than those that code gives it
  if (values.length === 0 && thing.kind === 'function') return round.doubtCalls(thing);
  if (functions === null || values.length === 0) return round.doubt(thing);
  for (const each of functions) flowToOwnThis(round, each, thing);
}

/** Methods of every object that only look at it. */
const harmless = /^(?:hasOwnProperty|isPrototypeOf|propertyIsEnumerable)$/;

/** Handles a thing that is an argument. */
export function giveThing(
  round: Round,
  at: { call: TracedCall; node: AnyNode },
  thing: Thing,
): void {
  const { call, node } = at;
  const nth = call.arguments.findIndex((each) => each === node);
  if (call.arguments.slice(0, nth).some(({ type }) => type === 'SpreadElement'))
    return round.open(thing);
  round.lookAgain(node, thing);
  if (giveToList(round, at, thing)) return;
  if (giveToHelper(round, { ...at, nth }, thing) || giveToEditor(round, { ...at, nth }, thing))
    return;
  const { callee } = call;
  const name = callee.type === 'MemberExpression' ? writtenName(callee) : undefined;
  const isVia = callee.type === 'MemberExpression' && /^(?:call|apply|bind)$/.test(name ?? 'call');
  if (isVia) return giveVia(round, { of: callee.object, name, nth }, thing);
  if (nth > 0 && takesThis.test(name ?? '')) return giveAsThis(round, { ...at, nth }, thing);
  const functions = functionsOf(round, callee);
  if (functions === null || functions.length === 0) return round.doubt(thing);
  for (const each of functions) {
    const by = { call, nth, of: each };
    if (!copyInto(round, by, thing) && !applyTo(round, by, thing))
      giveToParameter(round, by, thing);
  }
}

/** Methods of lists and events that take an object as `this` for the function before it. */
const takesThis =
  /^(?:every|filter|find|findIndex|findLast|findLastIndex|flatMap|forEach|map|some|on[A-Z]\w*)$/;

/** Handles `list.forEach(run, thing)`, also where the code has methods of that name. */
function giveAsThis(
  round: Round,
  { call, nth }: { call: TracedCall; nth: number },
  thing: Thing,
): void {
  const [run] = call.arguments;
  const functions = run === undefined ? null : functionsOf(round, run);
  if (functions === null || functions.length === 0 || nth > 1) return round.doubt(thing);
  const own = functionsOf(round, call.callee) ?? [];
  // another object may have a method of that name which does more
  if (own.length === 0 && !isOfLanguage(round, call)) return round.doubt(thing);
  for (const each of functions) flowToOwnThis(round, each, thing);
  for (const each of own) giveToParameter(round, { nth, of: each }, thing);
}

/** True for a method of a list that is known, and of the editor. */
function isOfLanguage(round: Round, { callee }: TracedCall): boolean {
  if (callee.type !== 'MemberExpression') return false;
  if (/^on[A-Z]/.test(writtenName(callee) ?? '')) {
    return foreignModule(round, callee.object) === 'vscode';
  }
  const lists = sureThings(round, callee.object);
  return lists !== null && lists.size > 0 && [...lists].every(({ kind }) => kind === 'list');
}

/** Handles `f.call(thing)`, `f.bind(thing)` and `f.call(other, thing)`. */
function giveVia(
  round: Round,
  { of, name, nth }: { of: AnyNode; name: string | undefined; nth: number },
  thing: Thing,
): void {
  const isOwn = name === undefined || round.around.index.changed.has(name);
  const functions = isOwn ? null : functionsCalledBy(round, of, name);
  if (functions === null || functions.length === 0) return round.doubt(thing);
  for (const each of functions) {
    if (nth === 0) flowToOwnThis(round, each, thing);
    else if (name === 'apply') round.open(thing);
    else giveToParameter(round, { nth: nth - 1, of: each }, thing);
  }
}

/**
 * Handles a helper that only calls another argument with the thing as `this`, as TypeScript's `__awaiter(this,
 * void 0, void 0, function* () { … })`.
 */
function applyTo(
  round: Round,
  { call, nth, of }: { call: TracedCall; nth: number; of: FunctionNode },
  thing: Thing,
): boolean {
  if (of.type !== 'ArrowFunctionExpression' && argumentsOf(of).length > 0) return false;
  const [use, ...others] = variableOf(of.params[nth])?.references ?? [];
  const given = use && treeIdentifier(use.identifier);
  const applied = given?.parent;
  if (others.length > 0 || applied?.type !== 'CallExpression' || applied.arguments[0] !== given)
    return false;
  const { callee } = applied;
  if (callee.type !== 'MemberExpression' || !/^(?:call|apply)$/.test(writtenName(callee) ?? ''))
    return false;
  const run = variableOf(callee.object);
  const at = of.params.findIndex((param) => run !== undefined && variableOf(param) === run);
  const argument = at === -1 ? undefined : call.arguments[at];
  const before = call.arguments.slice(0, at + 1);
  if (argument === undefined || before.some(({ type }) => type === 'SpreadElement')) return false;
  if (run?.references.some((each) => each.isWrite() && !isOwnResult(each, applied)) === true)
    return false;
  const functions = functionsCalledBy(round, argument, writtenName(callee) ?? '');
  if (functions === null || functions.length === 0) round.doubt(thing);
  for (const each of functions ?? []) flowToOwnThis(round, each, thing);
  return true;
}

/** True in `generator = generator.apply(object, [])`. */
function isOwnResult({ writeExpr }: Reference, applied: AnyNode): boolean {
  return treeNode(writeExpr) === applied;
}

function giveToParameter(
  round: Round,
  { nth, of }: { nth: number; of: FunctionNode },
  thing: Thing,
): void {
  if (of.type !== 'ArrowFunctionExpression') {
    for (const use of argumentsOf(of)) giveToArguments(round, { use, nth }, thing);
  }
  const parameter = of.params[nth];
  if (parameter !== undefined) give(round, { target: parameter, value: parameter }, thing);
  else if (of.params.at(-1)?.type === 'RestElement') round.open(thing);
}

/** Handles a use of `arguments`: `arguments[1]` is one of them, and may be this one. */
function giveToArguments(
  round: Round,
  { use, nth }: { use: AnyNode; nth: number },
  thing: Thing,
): void {
  const member = use.parent;
  const name =
    member?.type === 'MemberExpression' && member.object === use ? writtenName(member) : undefined;
  if (member === undefined || name === undefined || isTarget(member)) return round.open(thing);
  if (name === String(nth)) round.flow(member, thing);
  else if (!/^(?:length|\d+)$/.test(name)) round.open(thing);
}

/** Handles helpers that copy namespaces: `__importStar(module)`, `__exportStar(module, exports)`. */
function copyInto(
  round: Round,
  { call, nth, of }: { call: TracedCall; nth: number; of: FunctionNode },
  thing: Thing,
): boolean {
  const helper = round.around.copies.of(of, nth);
  if (helper === null || helper.loads || thing.kind !== 'exports') return false;
  if (setsMembers(of, nth)) return false;
  if ([...helper.without].some((other) => call.arguments.length > other)) return false;
  if (helper.returns) round.flow(call, thing);
  for (const target of helper.targets) {
    const filled = call.arguments[target];
    const holders = filled === undefined ? null : sureThings(round, filled);
    if (holders === null || holders.size === 0) round.doubt(thing);
    for (const each of holders ?? []) round.include(each, thing);
  }
  return true;
}
