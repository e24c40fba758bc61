import type { AnyNode, AssignmentProperty, MemberExpression, Property } from 'acorn';
import type { Variable } from 'eslint-scope';
import { builtinOf, isGlobal } from '../apis/builtins.ts';
import { treeNode, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import { isReadByLanguage } from '../values/read-by-language.ts';
import { followElements, isTable, type Value } from '../values/value.ts';
import { giveToComputedReads } from './read-computed.ts';
import { notFollowed, type Tracer } from './tracer.ts';

/** Handles a value of a property in a literal. */
export function stepProperty(
  tracer: Tracer,
  at: { property: Property | AssignmentProperty; value: Value },
): void {
  const { property, value } = at;
  const names = writtenName(property);
  const literal = property.parent;
  if (names === undefined) return tracer.escape(property, value);
  if (literal !== undefined && stepMadeProperty(tracer, { literal, name: names, value })) return;
  const call = literal?.parent;
  if (call?.type === 'CallExpression' && literal !== undefined) {
    // Object.defineProperty(exports, 'name', { get: () => value })
    const [target, key] = call.arguments;
    if ((names === 'get' || names === 'value') && target && key && call.arguments[2] === literal) {
      return stepDescriptor(tracer, { target, key, value });
    }
    // __export(exports, { name: () => value })
    if (value.kind === 'function' && value.function.params.length === 0) {
      followElements(value.results, (result) =>
        stepExport(tracer, { target: call.arguments[0], name: names, value: result }),
      );
      return tracer.addField(names, value);
    }
  }
  const holder = literal?.parent;
  if (/^(?:get|value)$/.test(names) && holder?.type === 'VariableDeclarator') {
    stepDescriptorOf(tracer, { variable: variableOf(holder.id), value });
  }
  if (literal?.type === 'ObjectExpression' && /^(?:default|__proto__)$/.test(names)) {
    return tracer.add(literal, value);
  }
  if (tracer.addClosed(property, names, value)) return;
  tracer.addField(names, value);
  const isRead = tracer.isRead(names);
  const isOfAll = value.kind === 'api' && notFollowed.has(names);
  const isDescriptor = names === 'value' && holder?.type === 'VariableDeclarator';
  if (isOfAll || (isReadByLanguage(names, value) && !isDescriptor)) tracer.escape(property, value);
  if (isTable(value)) return tracer.escape(property, value);
  if (literal !== undefined && tracer.apis.isHeld(value)) {
    giveToComputedReads(tracer, { object: literal, value });
    const table = tracer.own.table(literal, value);
    if (!isRead) table.isUnread = true;
    return tracer.add(literal, table);
  }
  if (!isRead && !isIntrinsic(property)) tracer.escape(property, value);
}

/**
 * True for a property of a table of all that the language has, as libraries keep it: `'%eval%': eval` among
 * many.
 */
function isIntrinsic({ parent }: AnyNode): boolean {
  if (parent?.type !== 'ObjectExpression') return false;
  const named = parent.properties.filter((property) => {
    return property.type === 'Property' && /^%\w+%$/.test(writtenName(property) ?? '');
  });
  return named.length > 30 && !tableOf(parent).some(isCalledOf);
}

/** The reads of a table by computed names. */
function tableOf(literal: AnyNode): MemberExpression[] {
  const holder = literal.parent?.type === 'VariableDeclarator' ? literal.parent.id : undefined;
  return (variableOf(holder)?.references ?? []).flatMap(({ identifier }) => {
    const read = treeNode(identifier)?.parent;
    const isRead = read?.type === 'MemberExpression' && read.object === identifier;
    return isRead && read.computed ? [read] : [];
  });
}

/** True where what is read is called, also through a variable. */
function isCalledOf(read: AnyNode): boolean {
  const { parent } = read;
  if (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') {
    return parent.callee === read;
  }
  const taker =
    parent?.type === 'VariableDeclarator'
      ? parent.id
      : parent?.type === 'AssignmentExpression'
        ? parent.left
        : undefined;
  return (variableOf(taker)?.references ?? []).some(({ identifier }) => {
    const use = treeNode(identifier);
    return use?.parent?.type === 'CallExpression' && use.parent.callee === use;
  });
}

/**
 * Handles values in `new Proxy(x, { get: () => value })` and `Object.defineProperties(x, { name: { value }
 * })`.
 */
function stepMadeProperty(
  tracer: Tracer,
  at: { literal: AnyNode; name: string; value: Value },
): boolean {
  const { literal, name, value } = at;
  const { parent } = literal;
  const follow = (tell: (given: Value) => void) => {
    if (value.kind !== 'function') tell(value);
    else followElements(value.results, tell);
  };
  if (name !== 'get' && name !== 'value') return false;
  if (parent?.type === 'NewExpression' && builtinOf(parent.callee) === 'Proxy') {
    follow((given) => tracer.add(parent, tracer.own.holder(parent, given)));
    return true;
  }
  if (parent?.type === 'CallExpression' && builtinOf(parent.callee) === 'Proxy.revocable') {
    follow((given) => {
      const proxy = tracer.own.holder(literal, given);
      tracer.add(parent, tracer.own.holder(parent, proxy));
    });
    return true;
  }
  const call = parent?.type === 'Property' ? parent.parent?.parent : undefined;
  if (parent?.type !== 'Property' || call?.type !== 'CallExpression') return false;
  if (!/^Object\.(?:create|defineProperties)$/.test(builtinOf(call.callee) ?? '')) return false;
  const defined = writtenName(parent);
  if (defined === undefined) follow((given) => tracer.escape(parent, given));
  else
    follow((given) => {
      const [target] = call.arguments;
      stepExport(tracer, { target, name: defined, value: given });
      if (!tracer.isRead(defined)) tracer.escape(parent, given);
      if (!tracer.apis.isHeld(given)) return;
      const table = tracer.own.table(parent, given);
      tracer.add(call, table);
      const holder = variableOf(target);
      if (holder !== undefined) tracer.bindVariable(holder, table);
    });
  return true;
}

/** Handles `descriptor.get = () => value` of an object that describes a property. */
export function stepDescribed(tracer: Tracer, target: MemberExpression, value: Value): void {
  if (!/^(?:get|value)$/.test(writtenName(target) ?? '')) return;
  stepDescriptorOf(tracer, { variable: variableOf(target.object), value });
}

/** Handles a descriptor in a variable: `Object.defineProperty(exports, 'name', descriptor)`. */
function stepDescriptorOf(
  tracer: Tracer,
  at: { variable: Variable | undefined; value: Value },
): void {
  for (const { identifier } of at.variable?.references ?? []) {
    const call = treeNode(identifier)?.parent;
    if (call?.type !== 'CallExpression') continue;
    const [target, key, descriptor] = call.arguments;
    if (target && key && descriptor === identifier) {
      stepDescriptor(tracer, { target, key, value: at.value });
    }
  }
}

function stepDescriptor(tracer: Tracer, at: { target: AnyNode; key: AnyNode; value: Value }): void {
  const { target, key, value } = at;
  const names = tracer.code.index.strings(key);
  tracer.judge();
  const give = (given: Value) => {
    const isOfAll = isGlobal(target) || builtinOf(target) === 'Object.prototype';
    if (names === null || isOfAll) tracer.escape(key, given);
    else for (const name of names) stepExport(tracer, { target, name, value: given });
  };
  if (value.kind !== 'function') give(value);
  else followElements(value.results, give);
}

/** Handles a property of an object that a helper fills: it is followed by name, and as an export. */
function stepExport(
  tracer: Tracer,
  at: { target: AnyNode | undefined; name: string; value: Value },
): void {
  const { target, name, value } = at;
  // code reads it by its bare name
  if (target !== undefined && isGlobal(target)) tracer.escape(target, value);
  if (target !== undefined) tracer.addExportTo(target, { name, value });
  tracer.addField(name, value);
}
