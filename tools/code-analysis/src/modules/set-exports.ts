import type { AnyNode, MemberExpression } from 'acorn';
import { isOnlyTested } from '../apis/api-use.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { bare, writtenName } from '../syntax/syntax.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';
import type { Tracer } from '../trace/tracer.ts';
import { addExport, type Value } from '../values/value.ts';
import { exportsHolder, wholeModule } from './bundled-modules.ts';

/** Assignments to `exports` of any object, some of which turn out to be a file's `module`. */
export class SetExports {
  readonly #set = new Map<MemberExpression, Set<Value>>();

  /** Notes a value that is assigned to `x.exports`. */
  add(tracer: Tracer, target: MemberExpression, value: Value): void {
    const values = this.#set.get(target) ?? new Set();
    this.#set.set(target, values.add(value));
    for (const holder of tracer.valuesOf(target.object)) {
      if (isModuleObject(tracer, holder)) exportThrough(tracer, { target, holder, value });
    }
    // a module that a loader runs, which no call of a known loader asks for
    if (exportsHolder(tracer, target.object) === null && isParameter(target.object)) {
      tracer.escape(target, value);
    }
  }

  /** Handles an object of `x.exports` that turns out to be `module`. */
  found(tracer: Tracer, target: MemberExpression, holder: Value): void {
    if (!isModuleObject(tracer, holder)) return;
    for (const value of this.#set.get(target) ?? []) {
      exportThrough(tracer, { target, holder, value });
    }
  }
}

function isParameter(node: AnyNode): boolean {
  return parameterOf(variableOf(node)) !== null;
}

/** True for `module`, and for other modules that have the same members: `require.main`. */
function isModuleObject({ code }: Tracer, value: Value): boolean {
  return value.kind === 'api' && value.node === code.apis.global.children.get('module');
}

/** Exports a value from every file that hands its `module` on; another file's module is unresolved. */
function exportThrough(
  tracer: Tracer,
  at: { target: MemberExpression; holder: Value; value: Value },
): void {
  const { target, holder, value } = at;
  if (exportsHolder(tracer, target.object) !== null) return;
  if (holder.kind !== 'api' || holder.id !== 'global:module') return tracer.escape(target, value);
  for (const code of tracer.code.codes.values()) {
    if (handsModuleOn(code)) addExport(tracer.own.exports(code), wholeModule, value);
  }
}

function handsModuleOn({ unbound }: ParsedCode): boolean {
  return (unbound.get('module') ?? []).some((node) => {
    const { parent } = node;
    const isHolder = parent?.type === 'MemberExpression' && parent.object === node;
    return !isHolder && !isOnlyTested(node);
  });
}

/** Handles an object that becomes the prototype of another: the other has its members. */
export function setPrototype(tracer: Tracer, at: { target: AnyNode; value: Value }): void {
  const { target, value } = at;
  const object = bare(target);
  const isFollowed =
    object.type === 'Identifier' || object.type === 'MemberExpression' || isTopThis(object);
  if (isFollowed && (value.kind === 'api' || value.kind === 'exports')) {
    return tracer.calls.bindCopy({ target: object }, value);
  }
  tracer.escape(target, value);
}

/** True for an object that others get their members from, so that no name leads to them. */
export function isPrototype(node: AnyNode): boolean {
  return (
    node.type === 'MemberExpression' && /^(?:prototype|__proto__)$/.test(writtenName(node) ?? '')
  );
}

/** True for `this` outside of any function, which is `module.exports` in CommonJS. */
export function isTopThis(node: AnyNode): boolean {
  if (node.type !== 'ThisExpression') return false;
  for (let at = node.parent; at !== undefined; at = at.parent) {
    const { type } = at;
    if (type === 'FunctionDeclaration' || type === 'FunctionExpression') return false;
    if (type === 'PropertyDefinition' || type === 'StaticBlock') return false;
  }
  return true;
}
