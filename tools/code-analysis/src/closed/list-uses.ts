import type { AnyNode, CallExpression, MemberExpression } from 'acorn';
import { builtinOf } from '../apis/builtins.ts';
import { isTarget } from '../syntax/changed-builtins.ts';
import { argumentsOf } from '../syntax/inside-function.ts';
import { isFunction, writtenName } from '../syntax/syntax.ts';
import type { TracedCall } from '../trace/call-links.ts';
import { functionsOf } from './functions-of.ts';
import { setsValue } from './names.ts';
import type { Round } from './round.ts';
import { sureThings } from './sure-things.ts';
import type { Thing } from './thing.ts';

/** Stands for the name of whatever a list, a set or a map holds. */
export const anyItem = '[…]';

/** True for what makes a list, a set or a map. */
export function isList(node: AnyNode): boolean {
  if (node.type === 'ArrayExpression') return true;
  if (node.type !== 'NewExpression') return false;
  return /^(?:Array|(?:Weak)?(?:Map|Set))$/.test(builtinOf(node.callee) ?? '');
}

/** Methods that give one of the items. */
const givesItem = /^(?:at|find|findLast|get|pop|shift)$/;

/** Methods whose result holds the items, or is the list itself. */
const givesList =
  /^(?:add|entries|filter|reverse|set|slice|sort|splice|toReversed|toSorted|values)$/;

/** Methods that call a function with each item. */
const callsWithItems =
  /^(?:every|filter|find|findIndex|findLast|findLastIndex|flatMap|forEach|map|some|sort|toSorted)$/;

/** Methods that give nothing of the items, and keep what they are given. */
const keeps = /^(?:add|fill|push|set|splice|unshift)$/;

/** Methods that only look at the items, or take some away. */
const looks = /^(?:clear|delete|has|includes|indexOf|join|lastIndexOf)$/;

/** Handles a member of a list, a set or a map. */
export function useListMember(round: Round, member: MemberExpression, thing: Thing): void {
  const name = writtenName(member);
  if (name !== undefined && round.around.index.changed.has(name)) return round.open(thing);
  const call = member.parent;
  const isCalled = call?.type === 'CallExpression' && call.callee === member;
  if (isCalled)
    return name === undefined ? round.open(thing) : callListMethod(round, { call, name }, thing);
  if (/^(?:length|size)$/.test(name ?? '')) return;
  if (name !== undefined && !/^\d+$/.test(name)) return round.open(thing);
  if (!isTarget(member)) return round.read(thing, anyItem, member);
  const isSet = call?.type === 'AssignmentExpression' && call.left === member;
  round.put(thing, anyItem, isSet && setsValue.test(call.operator) ? call.right : undefined);
}

function callListMethod(
  round: Round,
  { call, name }: { call: CallExpression; name: string },
  thing: Thing,
): void {
  if (![givesItem, givesList, callsWithItems, keeps, looks].some((each) => each.test(name))) {
    return round.open(thing);
  }
  if (givesItem.test(name)) round.read(thing, anyItem, call);
  if (givesList.test(name)) round.flow(call, thing);
  if (keeps.test(name)) {
    for (const each of call.arguments) {
      if (each.type !== 'SpreadElement') round.put(thing, anyItem, each);
    }
  }
  const [run] = call.arguments;
  if (callsWithItems.test(name) && run !== undefined) callWithItems(round, { call, run }, thing);
}

/** Handles `list.forEach((item, at, list) => …)`. */
function callWithItems(
  round: Round,
  { call, run }: { call: CallExpression; run: AnyNode },
  thing: Thing,
): void {
  round.lookAgain(call, thing);
  const functions = functionsOf(round, run);
  if (functions === null || functions.length === 0) return round.doubt(thing);
  for (const of of functions) {
    if (of.type !== 'ArrowFunctionExpression' && argumentsOf(of).length > 0)
      return round.open(thing);
    // the order of two items is asked for, and a map gives its keys as well
    for (const parameter of of.params.slice(0, 2)) round.read(thing, anyItem, parameter);
    if (of.params.some(({ type }) => type === 'RestElement')) round.open(thing);
    const [, , whole] = of.params;
    if (whole?.type === 'Identifier' && whole.variable) round.bind(whole.variable, thing);
    else if (whole !== undefined) round.open(thing);
  }
}

/** Handles a list that a loop or a pattern takes items from. */
export function takeItems(round: Round, target: AnyNode, thing: Thing): void {
  const taker = target.type === 'VariableDeclaration' ? target.declarations[0]?.id : target;
  if (taker !== undefined) round.read(thing, anyItem, taker);
}

/** Handles `[a, b] = list`. */
export function takeListApart(
  round: Round,
  pattern: AnyNode & { type: 'ArrayPattern' },
  thing: Thing,
): void {
  for (const each of pattern.elements) {
    if (each?.type === 'RestElement') return round.open(thing);
    if (each !== null && each !== undefined) round.read(thing, anyItem, each);
  }
}

/**
 * Handles a thing that is put into lists which are known: `list.push(thing)`.
 *
 * @returns false for any other call
 */
export function giveToList(
  round: Round,
  { call, node }: { call: TracedCall; node: AnyNode },
  thing: Thing,
): boolean {
  const { callee } = call;
  if (call.type === 'NewExpression' || callee.type !== 'MemberExpression') return false;
  const name = writtenName(callee) ?? '';
  if (!keeps.test(name) && !/^(?:delete|has|includes|indexOf|lastIndexOf)$/.test(name))
    return false;
  const holders = sureThings(round, callee.object);
  if (holders === null || holders.size === 0 || [...holders].some(({ kind }) => kind !== 'list'))
    return false;
  if (!keeps.test(name)) return true;
  for (const each of holders) {
    round.usesOf(each);
    round.put(each, anyItem, node);
    if (round.isOpen(each)) round.open(thing);
  }
  return true;
}

/** Handles a thing in a list that is written out, and a list that is spread into one. */
export function putIntoList(round: Round, list: AnyNode, thing: Thing): void {
  const holder = round.around.things.of('list', list);
  round.usesOf(holder);
  if (round.isOpen(holder)) round.open(thing);
}

/** Handles `...list`. */
export function spreadList(round: Round, spread: AnyNode, thing: Thing): void {
  const { parent } = spread;
  if (thing.kind !== 'list') return round.open(thing);
  if (parent?.type === 'ArrayExpression') {
    const holder = round.around.things.of('list', parent);
    round.usesOf(holder);
    return round.include(holder, thing);
  }
  if (parent?.type !== 'CallExpression' || parent.callee.type !== 'MemberExpression') {
    return round.open(thing);
  }
  round.lookAgain(spread, thing);
  const isPut = /^(?:push|unshift)$/.test(writtenName(parent.callee) ?? '');
  const holders = isPut ? sureThings(round, parent.callee.object) : null;
  if (!isPut) return round.open(thing);
  if (holders === null || holders.size === 0) return round.doubt(thing);
  for (const each of holders) {
    if (each.kind === 'list') round.include(each, thing);
    else round.open(thing);
  }
}

/** Gives a list to the places where it begins. */
export function startList(round: Round, thing: Thing): void {
  if (thing.kind !== 'list') return;
  const { of } = thing;
  const { handedOn, index } = round.around;
  const isChanged = (name: string) => handedOn.has(name) || index.changed.has(name);
  if (['Array', 'Iterator', 'Map', 'Set', 'WeakMap', 'WeakSet'].some(isChanged)) round.open(thing);
  round.flow(of, thing);
  if (of.type === 'ArrayExpression') {
    for (const each of of.elements) {
      if (each !== null && each.type !== 'SpreadElement') round.put(thing, anyItem, each);
    }
  } else if (of.type === 'NewExpression' && of.arguments.length > 0) round.open(thing);
}

/** True for a name, a parameter or a pattern that gets a value. */
export function isTaker(node: AnyNode): boolean {
  const { parent } = node;
  if (isFunction(parent)) return parent.params.some((each) => each === node);
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id === node;
    case 'ArrayPattern':
      return true;
    case 'ForOfStatement':
      return parent.left === node;
    default:
      return false;
  }
}
