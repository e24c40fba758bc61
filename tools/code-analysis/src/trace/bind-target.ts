import type { AnyNode, AssignmentProperty, MemberExpression, RestElement } from 'acorn';
import type { Variable } from 'eslint-scope';
import { isReported, unjudged } from '../apis/api-node.ts';
import { isAssigned } from '../apis/api-use.ts';
import { isOfSureApi } from '../apis/sure-api.ts';
import { exportsHolder, givesExport, wholeModule } from '../modules/bundled-modules.ts';
import { setPrototype } from '../modules/set-exports.ts';
import { isAlsoArgument } from '../syntax/also-argument.ts';
import { isFunction, treeIdentifier } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import { isReadByLanguage } from '../values/read-by-language.ts';
import {
  addExport,
  followElements,
  followExports,
  isTable,
  plainValue,
  type Value,
} from '../values/value.ts';
import { giveFieldToComputedReads } from './read-computed.ts';
import type { Tracer } from './tracer.ts';

/** Assigns a value to a variable, a pattern or a property. */
export function bindTarget(tracer: Tracer, target: AnyNode, value: Value): void {
  switch (target.type) {
    case 'Identifier':
      if (isAlsoArgument(target)) tracer.escape(target, value);
      if (target.variable !== undefined) tracer.bindVariable(target.variable, value);
      else bindUndeclared(tracer, target.name, value);
      return;
    case 'AssignmentPattern':
      return tracer.bind(target.left, value);
    case 'RestElement':
      return tracer.bind(target.argument, value);
    case 'ArrayPattern':
      if (value.kind !== 'list') return tracer.escape(target, value);
      tracer.judge();
      return followElements(value, (element) => {
        for (const each of target.elements) {
          if (each?.type === 'RestElement') tracer.bind(each, value);
          else if (each) tracer.bind(each, element);
        }
      });
    case 'ObjectPattern':
      if (value.kind === 'api' && isReported(value.node)) return tracer.tell(target, value);
      for (const property of target.properties) bindProperty(tracer, property, value);
      return;
    case 'MemberExpression':
      return bindMember(tracer, target, value);
    default:
  }
}

/** Assigns a value to a property. */
export function bindMember(tracer: Tracer, target: MemberExpression, value: Value): void {
  const names = tracer.namesOf(target);
  const [only, ...more] = names ?? [];
  if (only !== undefined && more.length === 0 && tracer.addClosed(target, only, value)) return;
  if (names?.includes('exports')) tracer.setExports.add(tracer, target, value);
  if (names?.includes('__proto__')) setPrototype(tracer, { target: target.object, value });
  const exports = exportsHolder(tracer, target.object);
  if (exports !== null && names !== null) {
    for (const name of names) {
      addExport(exports, name === 'exports' ? wholeModule : name, value);
      if (name !== 'exports') tracer.addField(name, value);
    }
    return;
  }
  const { global } = tracer.code.apis;
  if ([...tracer.valuesOf(target.object)].some((of) => of.kind === 'api' && of.node === global)) {
    for (const name of names ?? []) bindUndeclared(tracer, name, value);
  }
  const holders = [...tracer.valuesOf(target.object)].filter(({ kind }) => kind === 'exports');
  for (const holder of holders) {
    for (const name of names ?? []) {
      if (holder.kind === 'exports') addExport(holder, name, value);
    }
  }
  if (tracer.apis.isHeld(value)) giveToTakers(tracer, target, value);
  if (target.object.type === 'ThisExpression') {
    giveFieldToComputedReads(tracer, { member: target, value });
  }
  const holder = variableOf(target.object);
  if (holder !== undefined && tracer.apis.isModule(value)) {
    tracer.bindVariable(holder, tracer.own.table(holder, value));
  }
  if (names?.length === 0) bindSymbol(tracer, target, value);
  if (names === null) tracer.escape(target, value);
  else for (const name of names) bindNamed(tracer, { target, name, holder, value });
}

/** Assigns a value to a property whose key is a symbol in a variable, wherever that is read. */
function bindSymbol(tracer: Tracer, target: MemberExpression, value: Value): void {
  for (const { identifier } of variableOf(target.property)?.references ?? []) {
    const { parent } = treeIdentifier(identifier);
    const isRead = parent?.type === 'MemberExpression' && parent.property === identifier;
    if (isRead && parent.computed && !isAssigned(parent)) tracer.add(parent, value);
  }
}

/** Gives a value to setters of names that nobody knows. The trap of a proxy may do anything with it. */
function giveToTakers(tracer: Tracer, target: MemberExpression, value: Value): void {
  for (const taker of tracer.computedReads.takersOf(target.object)) {
    const [parameter] = isFunction(taker) ? taker.params : [];
    if (parameter === undefined) tracer.escape(target, value);
    else tracer.bind(parameter, value);
  }
}

function bindNamed(
  tracer: Tracer,
  at: { target: MemberExpression; name: string; holder: Variable | undefined; value: Value },
): void {
  const { target, name, holder, value } = at;
  if (name === 'default' || name === 'exports') tracer.addExportTo(target.object, { name, value });
  if (name === '__proto__') tracer.bind(target.object, value);
  if (isTable(value)) tracer.escape(target, value);
  // a numbered item of a list or table
  if (/^\d+$/.test(name)) tracer.escape(target, value);
  tracer.addField(name, value);
  const isTold =
    /^(?:default|__proto__)$/.test(name) ||
    (holder !== undefined && isReadComputed(holder) && value.kind !== 'api') ||
    (holder !== undefined && isReadComputed(holder) && tracer.apis.isModule(value));
  const isAsked = value.kind === 'function' && isReadByLanguage(name, value);
  if (isAsked || (!isTold && !tracer.isRead(name))) tracer.escape(target, value);
}

function bindProperty(
  tracer: Tracer,
  property: AssignmentProperty | RestElement,
  value: Value,
): void {
  if (property.type === 'RestElement') return tracer.bind(property.argument, value);
  const names = tracer.namesOf(property);
  // a property that nothing is known of is harmless; those of tables are followed by their names
  if (names !== null && (value.kind !== 'list' || value.isTable)) tracer.judge();
  if (value.kind === 'list') {
    if (value.isTable && names !== null) return;
    return followElements(value, (element) => tracer.bind(property.value, element));
  }
  if (value.kind === 'exports') {
    followExports(value, (name, exported) => {
      if (names === null || givesExport(names, name)) tracer.bind(property.value, exported);
    });
  }
  if (value.kind !== 'api') return;
  if (names === null) return tracer.readComputed(property, value);
  tracer.unseen.see(value, names);
  for (const name of names) {
    const member = tracer.apis.member(value, name);
    if (member === undefined) continue;
    if (member.node !== unjudged || isOfSureApi(tracer, property))
      tracer.bind(property.value, member);
  }
}

function bindUndeclared(tracer: Tracer, name: string, value: Value): void {
  tracer.addField(name, value);
  for (const { unbound } of tracer.code.codes.values()) {
    for (const identifier of unbound.get(name) ?? []) {
      if (!isAssigned(identifier)) tracer.add(identifier, plainValue(value));
    }
  }
}

/** True for a variable whose properties are read by computed names, so that what it holds is followed there. */
function isReadComputed(variable: Variable): boolean {
  return variable.references.some(({ identifier }) => {
    const { parent } = treeIdentifier(identifier);
    return parent?.type === 'MemberExpression' && parent.computed && !isAssigned(parent);
  });
}
