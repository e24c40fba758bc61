import type { AnyNode } from 'acorn';
import { builtinOf } from '../apis/builtins.ts';
import { returnedBy } from '../syntax/inside-function.ts';
import { bare, type FunctionNode, isFunction, writtenName } from '../syntax/syntax.ts';
import type { TracedCall } from '../trace/call-links.ts';
import { thisesOf } from '../trace/this-of-function.ts';
import { functionsOf } from './functions-of.ts';
import { ofEveryObject } from './names.ts';
import type { Round } from './round.ts';
import { foreignModule } from './foreign.ts';
import type { Thing } from './thing.ts';

/** Makes a thing `this` in a function. */
export function flowToOwnThis(round: Round, of: FunctionNode, thing: Thing): void {
  const code = of.type === 'ArrowFunctionExpression' ? undefined : round.around.codeOf(of);
  for (const each of code === undefined ? [] : thisesOf(code, of)) round.flow(each, thing);
}

/** Handles functions of the language and helpers of webpack that define properties, or only look. */
export function giveToHelper(
  round: Round,
  { call, nth }: { call: TracedCall; nth: number },
  thing: Thing,
): boolean {
  if (call.type !== 'CallExpression') return false;
  const { changed } = round.around.index;
  const builtin = builtinOf(call.callee) ?? '';
  const helper = round.around.modules.helperOf(call);
  if (helper !== undefined && nth === 0) {
    if (helper === 'd') defineAll(round, call.arguments[1], thing);
    return true;
  }
  if (nth !== 0 || changed.has('Object') || changed.has(builtin.replace(/^.*\./, ''))) return false;
  if (/^(?:Object\.(?:keys|isFrozen|isSealed)|Array\.isArray)$/.test(builtin)) return true;
  if (/^Object\.(?:freeze|seal|preventExtensions)$/.test(builtin)) {
    round.flow(call, thing);
    return true;
  }
  if (builtin !== 'Object.defineProperty' || thing.kind === 'list') return false;
  const [, key, descriptor] = call.arguments;
  const names = key === undefined ? null : round.around.index.strings(key);
  if (names === null || descriptor === undefined) return false;
  for (const name of names) define(round, { name, descriptor }, thing);
  round.flow(call, thing);
  return true;
}

/** Handles webpack's `d(exports, { name: () => value })`. */
function defineAll(round: Round, given: AnyNode | undefined, thing: Thing): void {
  if (given?.type !== 'ObjectExpression') return round.open(thing);
  for (const each of given.properties) {
    const name = each.type === 'Property' && each.kind === 'init' ? writtenName(each) : undefined;
    if (each.type !== 'Property' || name === undefined || !isFunction(each.value)) {
      return round.open(thing);
    }
    defineBy(round, { name, getter: each.value }, thing);
  }
}

function define(
  round: Round,
  { name, descriptor }: { name: string; descriptor: AnyNode },
  thing: Thing,
): void {
  if (descriptor.type !== 'ObjectExpression') return round.open(thing);
  if (name !== 'default' && ofEveryObject.test(name)) return round.open(thing);
  for (const each of descriptor.properties) {
    const part = each.type === 'Property' && each.kind === 'init' ? writtenName(each) : undefined;
    if (each.type !== 'Property' || part === undefined) return round.open(thing);
    if (part === 'value') round.put(thing, name, each.value);
    else if (part === 'get' && isFunction(each.value))
      defineBy(round, { name, getter: each.value }, thing);
    else if (!/^(?:enumerable|configurable|writable)$/.test(part)) return round.open(thing);
  }
}

function defineBy(
  round: Round,
  { name, getter }: { name: string; getter: FunctionNode },
  thing: Thing,
): void {
  flowToOwnThis(round, getter, thing);
  if (getter.async || getter.generator) return round.open(thing);
  for (const each of returnedBy(getter)) round.put(thing, name, each);
}

/** Handles what the editor keeps, and of which it calls methods that it documents. */
export function giveToEditor(
  round: Round,
  { call, nth }: { call: TracedCall; nth: number },
  thing: Thing,
): boolean {
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || call.type !== 'CallExpression') return false;
  const name = writtenName(callee) ?? '';
  const of = bare(callee.object);
  if (name === 'push' && of.type === 'MemberExpression' && writtenName(of) === 'subscriptions') {
    const isKept = round.around.index.reads.get('subscriptions')?.every(isPushedTo) ?? false;
    if (isKept && thing.kind !== 'function') round.callByOthers(thing);
    return isKept && thing.kind !== 'function';
  }
  if (thing.kind === 'function' || foreignModule(round, callee.object) !== 'vscode') return false;
  if (!/^(?:register[A-Z]|createTreeView$)/.test(name)) return false;
  if (round.around.givenToEditor.has(name) || round.around.givenToEditor.has('')) return false;
  const [, run] = call.arguments;
  if (nth < 2) round.callByOthers(thing);
  if (nth < 2 || run === undefined || !name.endsWith('Command')) return nth < 2;
  const functions = functionsOf(round, run);
  for (const each of functions ?? []) flowToOwnThis(round, each, thing);
  return functions !== null && functions.length > 0;
}

/** True for `context.subscriptions.push(…)`, which only keeps what it is given. */
function isPushedTo(read: AnyNode): boolean {
  const { parent } = read;
  return (
    read.type === 'MemberExpression' &&
    parent?.type === 'MemberExpression' &&
    parent.object === read &&
    writtenName(parent) === 'push' &&
    parent.parent?.type === 'CallExpression' &&
    parent.parent.callee === parent
  );
}
