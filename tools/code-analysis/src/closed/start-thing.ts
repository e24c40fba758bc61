import type { AnyNode, MethodDefinition, ObjectExpression, PropertyDefinition } from 'acorn';
import { isExported } from '../syntax/code-index.ts';
import { argumentsOf, returnedBy, returnsOf } from '../syntax/inside-function.ts';
import { type FunctionNode, isFunction, writtenName } from '../syntax/syntax.ts';
import { thisesOf } from '../trace/this-of-function.ts';
import { startList } from './list-uses.ts';
import { isNamedOutside } from './self-naming.ts';
import { ofEveryObject } from './names.ts';
import type { Class } from '../values/place-in-class.ts';
import { isClass, ownNames } from './class-parts.ts';
import type { Round } from './round.ts';
import { sureThings } from './sure-things.ts';
import type { Thing } from './thing.ts';

/** Gives a thing to the places where it begins. */
export function startThing(round: Round, thing: Thing): void {
  switch (thing.kind) {
    case 'exports': {
      const { own, loads, wholes, isOpen } = thing.of;
      if (isOpen) round.open(thing);
      for (const node of [...own, ...loads]) round.flow(node, thing);
      if (isOpen) for (const whole of wholes) round.openAt(whole);
      return;
    }
    case 'literal':
      if (thing.of.type === 'ObjectExpression') startLiteral(round, thing, thing.of);
      return;
    case 'function':
      if (isClass(thing.of)) startClass(round, thing, thing.of);
      else if (isFunction(thing.of)) startFunction(round, thing, thing.of);
      return;
    case 'list':
      return startList(round, thing);
    case 'instance':
      startInstance(round, thing);
  }
}

function startLiteral(round: Round, thing: Thing, literal: ObjectExpression): void {
  round.flow(literal, thing);
  for (const each of literal.properties) {
    const name = each.type === 'Property' ? writtenName(each) : undefined;
    const isPlain = each.type === 'Property' && each.kind === 'init' && name !== undefined;
    if (!isPlain || ofEveryObject.test(name)) {
      round.open(thing);
      if (each.type === 'Property') round.openAt(each.value);
    } else round.put(thing, name, each.value);
  }
}

function startFunction(round: Round, thing: Thing, of: FunctionNode): void {
  begin(round, thing, of);
  if (round.around.selfNaming.has(of) || isNamedOutside(of, round.around.codeOf(of)))
    round.open(thing);
  if (of.parent?.type === 'ExportDefaultDeclaration') round.open(thing);
}

/** Gives a function or a class to its own name, and to the expression that it is. */
function begin(round: Round, thing: Thing, of: AnyNode): void {
  for (const variable of ownNames(of)) {
    if (isExported(variable)) round.open(thing);
    round.bind(variable, thing);
  }
  if (!of.type.endsWith('Declaration')) round.flow(of, thing);
}

function startClass(round: Round, thing: Thing, of: Class): void {
  begin(round, thing, of);
  if (of.parent?.type === 'ExportDefaultDeclaration') round.open(thing);
  const instance = round.around.things.of('instance', of);
  for (const member of of.body.body) {
    if (member.type === 'StaticBlock') continue;
    addMember(round, member, member.static ? thing : instance);
  }
}

/**
 * Finds what a class extends, which must be one known class: any other has the new object as `this`, and its own
 * prototype.
 */
export function findBase(round: Round, thing: Thing): void {
  const superClass = thing.kind === 'function' && isClass(thing.of) ? thing.of.superClass : null;
  if (!superClass || round.isOpen(thing)) return;
  const bases = sureThings(round, superClass);
  const [base] = bases ?? [];
  if (bases?.size === 1 && base?.kind === 'function') round.extend(base, thing);
  else round.doubt(thing);
}

function addMember(
  round: Round,
  member: MethodDefinition | PropertyDefinition,
  thing: Thing,
): void {
  const names = namesOf(round, member);
  const value = member.value ?? undefined;
  if (names === null) {
    round.open(thing);
    if (value !== undefined) round.openAt(value);
    return;
  }
  if (member.type === 'MethodDefinition' && member.kind === 'set') {
    const [parameter] = isFunction(value) ? value.params : [];
    const isOther = isFunction(value) && argumentsOf(value).length > 0;
    if (parameter === undefined || isOther) round.open(thing);
    else for (const name of names) round.setters.push({ thing, name, parameter });
    return;
  }
  if (member.type === 'MethodDefinition' && member.kind === 'constructor') {
    if (isFunction(value) && givesOther(value)) round.open(thing);
    return;
  }
  for (const name of names) {
    if (ofEveryObject.test(name)) round.open(thing);
    const isGetter = member.type === 'MethodDefinition' && member.kind === 'get';
    const values = isGetter && isFunction(value) ? returnedBy(value) : value ? [value] : [];
    for (const each of values) round.put(thing, name, each);
  }
}

/** The names of a member of a class; none for a symbol, null where they aren't known. */
function namesOf(round: Round, member: MethodDefinition | PropertyDefinition): string[] | null {
  const written = writtenName(member);
  return written === undefined ? round.around.index.strings(member.key) : [written];
}

/** True for a constructor that may give another object than the new one. */
function givesOther(of: FunctionNode): boolean {
  return returnsOf(of).some(({ argument }) => argument && argument.type !== 'ThisExpression');
}

function startInstance(round: Round, thing: Thing): void {
  if (thing.kind !== 'instance') return;
  const own = round.around.things.of('function', thing.of);
  round.usesOf(own);
  if (round.isHandedOn(own)) round.open(thing);
  else if (round.isOpen(own)) round.openCalled(thing);
  flowToThises(round, own, new Set([own]));
}

/**
 * Gives objects to each `this` in a class or a constructor.
 *
 * @param of the class
 * @param family the class, or classes that extend it
 */
export function flowToThises(round: Round, of: Thing, family: ReadonlySet<Thing>): void {
  if (of.kind === 'exports') return;
  const { around } = round;
  const node = of.of;
  const make = (isStatic: boolean) =>
    [...family].flatMap((each) => {
      if (each.kind === 'exports') return [];
      return isStatic ? each : around.things.of('instance', each.of);
    });
  for (const { node: place, isStatic } of around.classes.placesOf(node)) {
    for (const each of make(isStatic)) round.flow(place, each);
  }
  const code = isFunction(node) ? around.codeOf(node) : undefined;
  if (code === undefined || !isFunction(node)) return;
  if (givesOther(node)) for (const each of make(false)) round.openCalled(each);
  for (const place of thisesOf(code, node)) for (const each of make(false)) round.flow(place, each);
}
