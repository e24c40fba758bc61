import type {
  AnyNode,
  AssignmentExpression,
  MemberExpression,
  MethodDefinition,
  ObjectPattern,
  PropertyDefinition,
} from 'acorn';
import { isOnlyTested } from '../apis/api-use.ts';
import { isAlsoArgument } from '../syntax/also-argument.ts';
import { builtinOf } from '../apis/builtins.ts';
import { isTarget } from '../syntax/changed-builtins.ts';
import {
  bare,
  enclosingFunction,
  type FunctionNode,
  isFunction,
  writtenName,
} from '../syntax/syntax.ts';
import { ofEveryObject, setsValue } from './names.ts';
import { callMethod, callThing, giveThing } from './call-uses.ts';
import { isClass } from './class-parts.ts';
import { putIntoList, spreadList, takeItems, takeListApart, useListMember } from './list-uses.ts';
import type { Round } from './round.ts';
import { startThing } from './start-thing.ts';
import { sureThings } from './sure-things.ts';
import type { Thing } from './thing.ts';

/** Follows a thing from an expression that may be it to where the expression is used. */
export function useThing(round: Round, node: AnyNode, thing: Thing): void {
  const { parent } = node;
  if (!round.isFollowed(thing)) return;
  if (round.mayBeEvaluated(node)) return round.open(thing);
  if (parent === undefined || isLookedAt(node)) return;
  switch (parent.type) {
    case 'ChainExpression':
    case 'ParenthesizedExpression':
    case 'ConditionalExpression':
    case 'LogicalExpression':
    case 'AwaitExpression':
      return round.flow(parent, thing);
    case 'SequenceExpression':
      return parent.expressions.at(-1) === node ? round.flow(parent, thing) : undefined;
    case 'MemberExpression':
      if (parent.object !== node) return round.open(thing);
      return thing.kind === 'list'
        ? useListMember(round, parent, thing)
        : useMember(round, parent, thing);
    case 'ArrayExpression':
      return putIntoList(round, parent, thing);
    case 'SpreadElement':
      return spreadList(round, parent, thing);
    case 'ForOfStatement':
      if (thing.kind !== 'list' || parent.right !== node) return round.open(thing);
      return takeItems(round, parent.left, thing);
    case 'VariableDeclarator':
      return parent.init === node
        ? give(round, { target: parent.id, value: node }, thing)
        : undefined;
    case 'AssignmentExpression':
      return parent.right === node ? assign(round, parent, thing) : round.open(thing);
    case 'Property':
      return useProperty(round, { node, property: parent }, thing);
    case 'MethodDefinition':
    case 'PropertyDefinition': {
      const of = parent.parent?.parent;
      if (parent.value !== node || !isClass(of)) return round.open(thing);
      return holdInClass(round, { member: parent, of }, thing);
    }
    case 'ArrowFunctionExpression':
    case 'ReturnStatement':
      return giveBack(round, node, thing);
    case 'CallExpression':
    case 'NewExpression':
      if (parent.callee === node) return callThing(round, parent, thing);
      return giveThing(round, { call: parent, node }, thing);
    case 'ClassDeclaration':
    case 'ClassExpression':
      return extendThing(round, parent, thing);
    default:
      round.open(thing);
  }
}

/** Handles a member of a class that holds a thing. */
function holdInClass(
  round: Round,
  { member, of }: { member: MethodDefinition | PropertyDefinition; of: AnyNode },
  thing: Thing,
): void {
  const own = round.around.things.of('function', of);
  const holder = member.static ? own : round.around.things.of('instance', of);
  for (const each of [own, holder]) round.usesOf(each);
  if (round.isOpen(holder)) round.open(thing);
}

/** True where nothing but the type of a thing is looked at, or nothing at all. */
function isLookedAt(node: AnyNode): boolean {
  return node.parent?.type === 'ExpressionStatement' || isOnlyTested(node);
}

function useMember(round: Round, member: MemberExpression, thing: Thing): void {
  const name = writtenName(member);
  const { parent } = member;
  if (name === undefined || round.around.index.changed.has(name)) return round.open(thing);
  if (name === 'prototype' && thing.kind === 'function') return usePrototype(round, member, thing);
  const isSet = isTarget(member);
  if (name === 'default' && !isSet) round.flow(member, thing);
  else if (name === 'default' ? thing.kind !== 'exports' : ofEveryObject.test(name)) {
    return round.open(thing);
  }
  if (parent?.type === 'AssignmentExpression' && parent.left === member) {
    return round.put(thing, name, setsValue.test(parent.operator) ? parent.right : undefined);
  }
  if (parent?.type === 'UnaryExpression' && parent.operator === 'delete') return;
  if (isSet) return round.put(thing, name, undefined);
  if (thing.kind === 'function' && /^(?:call|apply|bind)$/.test(name)) {
    return isCalled(member) ? round.openCalled(thing) : round.open(thing);
  }
  round.read(thing, name, member);
  if (parent?.type === 'TaggedTemplateExpression') return round.open(thing);
  if (isCalled(member)) callMethod(round, { member, name }, thing);
}

/** True for the member in `thing.name(…)`, which has the thing as `this`. */
export function isCalled(member: AnyNode): boolean {
  const { parent } = member;
  if (parent?.type === 'ChainExpression' || parent?.type === 'ParenthesizedExpression') {
    return isCalled(parent);
  }
  return parent?.type === 'CallExpression' && parent.callee === member;
}

/** Handles `F.prototype.name = function …`. */
function usePrototype(round: Round, member: MemberExpression, thing: Thing): void {
  const outer = member.parent;
  const set = outer?.parent;
  const name =
    outer?.type === 'MemberExpression' && outer.object === member ? writtenName(outer) : undefined;
  const isSet = set?.type === 'AssignmentExpression' && set.left === outer && set.operator === '=';
  if (!isSet || name === undefined || thing.kind !== 'function' || !isFunction(thing.of)) {
    return round.open(thing);
  }
  if (ofEveryObject.test(name) || thing.of.type === 'ArrowFunctionExpression')
    return round.open(thing);
  const instance = round.around.things.of('instance', thing.of);
  let value: AnyNode = bare(set.right);
  while (value.type === 'AssignmentExpression') value = bare(value.right);
  round.put(instance, name, value);
  if (isFunction(value)) round.families.addMethod(value, instance);
}

function assign(round: Round, assignment: AssignmentExpression, thing: Thing): void {
  const { left, right, operator } = assignment;
  if (!setsValue.test(operator)) return round.open(thing);
  round.flow(assignment, thing);
  const whole = round.around.modules.exportedAs(right);
  if (whole === undefined) return give(round, { target: left, value: right }, thing);
  if (whole.isOpen) round.open(thing);
  for (const load of whole.loads) round.flow(load, thing);
}

/** Gives a thing to what it is assigned to. */
export function give(
  round: Round,
  { target, value }: { target: AnyNode; value: AnyNode },
  thing: Thing,
): void {
  switch (target.type) {
    case 'Identifier':
      if (target.variable === undefined || isAlsoArgument(target)) return round.open(thing);
      return round.bind(target.variable, thing);
    case 'AssignmentPattern':
      return give(round, { target: target.left, value }, thing);
    case 'ObjectPattern':
      return takeApart(round, target, thing);
    case 'ArrayPattern':
      return thing.kind === 'list' ? takeListApart(round, target, thing) : round.open(thing);
    case 'MemberExpression':
      return putInto(round, { target, value }, thing);
    default:
      round.open(thing);
  }
}

function takeApart(round: Round, pattern: ObjectPattern, thing: Thing): void {
  if (thing.kind === 'list') return round.open(thing);
  for (const each of pattern.properties) {
    const name = each.type === 'Property' ? writtenName(each) : undefined;
    const isOther = name === undefined || round.around.index.changed.has(name);
    if (each.type !== 'Property' || isOther || ofEveryObject.test(name)) return round.open(thing);
    round.read(thing, name, each);
  }
}

/** Handles a thing that becomes a property of another object, which must be one of known things. */
function putInto(
  round: Round,
  { target, value }: { target: MemberExpression; value: AnyNode },
  thing: Thing,
): void {
  const { parent } = target;
  const isSet = parent?.type === 'AssignmentExpression' && parent.left === target;
  // what a pattern or a loop puts there isn't known of the object
  if (!isSet || !setsValue.test(parent.operator)) return round.open(thing);
  round.lookAgain(value, thing);
  const name = writtenName(target);
  const isMethod = thing.kind === 'function' && isOfPrototype(target);
  const holder =
    isMethod && target.object.type === 'MemberExpression' ? target.object.object : target.object;
  const holders = name === undefined ? null : sureThings(round, holder);
  if (name === undefined) return round.open(thing);
  if (holders === null || holders.size === 0) return round.doubt(thing);
  for (const each of holders) {
    round.usesOf(each);
    if (round.isOpen(each)) return round.open(thing);
  }
}

/** True for `F.prototype.name`. */
function isOfPrototype({ object }: MemberExpression): boolean {
  return object.type === 'MemberExpression' && writtenName(object) === 'prototype';
}

function useProperty(
  round: Round,
  { node, property }: { node: AnyNode; property: AnyNode & { type: 'Property' } },
  thing: Thing,
): void {
  const literal = property.parent;
  if (property.value !== node || literal?.type !== 'ObjectExpression') return round.open(thing);
  const holder = round.around.things.of('literal', literal);
  round.usesOf(holder);
  if (round.isOpen(holder)) round.open(thing);
}

/** Handles what a function returns. */
function giveBack(round: Round, node: AnyNode, thing: Thing): void {
  const { parent } = node;
  const of = parent?.type === 'ArrowFunctionExpression' ? parent : enclosingFunction(node);
  if (of === undefined || of.generator || (of === parent && of.body !== node))
    return round.open(thing);
  const method = of.parent?.type === 'MethodDefinition' ? of.parent : undefined;
  const own2 = method?.parent?.parent;
  // what reads the property has it
  if (method?.kind === 'get' && isClass(own2)) {
    // what reads a symbol isn't known
    if (writtenName(method) === undefined) return round.open(thing);
    return void round.usesOf(round.around.things.of('function', own2));
  }
  if (method !== undefined && method.kind !== 'method') return round.open(thing);
  round.lookAgain(node, thing);
  const getter = isKnownGetter(round, of);
  if (getter !== null) return getter ? undefined : round.doubt(thing);
  const own = round.around.things.of('function', of);
  round.giveResult(of, thing);
  const { calls } = round.usesOf(own);
  if (round.isOpen(own)) return round.open(thing);
  for (const call of calls) giveResultTo(round, { call, isAsync: of.async }, thing);
}

/**
 * True for `() => value` in what defines a property of a thing that is known, false for that of an unknown one.
 * Null for any other function.
 */
function isKnownGetter(round: Round, of: FunctionNode): boolean | null {
  const property = of.parent;
  const literal = property?.parent;
  const call = literal?.parent;
  if (property?.type !== 'Property' || call?.type !== 'CallExpression') return null;
  const [target] = call.arguments;
  const isDefined =
    call.arguments[2] === literal &&
    writtenName(property) === 'get' &&
    builtinOf(call.callee) === 'Object.defineProperty';
  const isExported = call.arguments[1] === literal && round.around.modules.helperOf(call) === 'd';
  if (target === undefined || !(isDefined || isExported)) return null;
  const holders = sureThings(round, target);
  for (const each of holders ?? []) round.usesOf(each);
  return holders !== null && holders.size > 0 && ![...holders].some((each) => round.isOpen(each));
}

/** Gives the result of a function to a call of it; that of an async one to where it is awaited. */
export function giveResultTo(
  round: Round,
  { call, isAsync }: { call: AnyNode; isAsync: boolean },
  thing: Thing,
): void {
  if (!isAsync) return round.flow(call, thing);
  const { parent } = call;
  if (parent?.type === 'AwaitExpression') round.flow(parent, thing);
  else if (parent?.type !== 'ExpressionStatement') round.open(thing);
}

function extendThing(round: Round, by: AnyNode, thing: Thing): void {
  const own = round.around.things.of('function', by);
  round.usesOf(own);
  if (thing.kind !== 'function') return round.open(thing);
  round.extend(thing, own);
  if (isClass(by)) startThing(round, own);
}
