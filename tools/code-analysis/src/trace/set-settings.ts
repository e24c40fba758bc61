import type { AnyNode } from 'acorn';
import {
  isEnvironment,
  isProgramVariable,
  isRareVariable,
  isStartArguments,
} from '../apis/program-settings.ts';
import { isTarget } from '../syntax/changed-builtins.ts';
import { bare, treeNode, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import type { ApiValue, Value } from '../values/value.ts';
import type { TracedCall } from './call-links.ts';
import type { Tracer } from './tracer.ts';

const permissions = ['system.exec'] as const;

/** True for an expression that gets another value; `delete` gives it none. */
export function isSet(node: AnyNode): boolean {
  return isTarget(node) && node.parent?.type !== 'UnaryExpression';
}

/**
 * Handles a member of what decides how programs are started that is set by a name of any case, by a computed
 * name, or by a number.
 */
export function setSetting(
  tracer: Tracer,
  at: { node: AnyNode; api: ApiValue; names: readonly string[] | null },
): void {
  const { node, api, names } = at;
  const call = node.parent;
  if (
    names?.some((name) => /^__define[GS]etter__$/.test(name)) &&
    call?.type === 'CallExpression'
  ) {
    return setByBuiltin(tracer, { call, api, name: '__defineGetter__' });
  }
  if (!isSet(node)) return;
  if (isStartArguments(api)) {
    tracer.findings.use(node, { call: api.name, permissions });
  } else if (isEnvironment(api)) setVariables(tracer, at);
}

function setVariables(
  tracer: Tracer,
  { node, api, names }: { node: AnyNode; api: ApiValue; names: readonly string[] | null },
): void {
  if (names === null) {
    const what = `${api.name}[…]`;
    tracer.findings.unresolved(node, {
      reason: 'computed-access',
      what,
      permissions: [...permissions],
    });
  }
  const name = names?.find((each) => each === '__proto__' || isProgramVariable(each));
  if (name !== undefined) {
    tracer.findings.use(node, { call: `${api.name}.${name}`, permissions });
  }
}

/** Methods that change a list. */
const changesList = /^(?:copyWithin|fill|push|reverse|sort|splice|unshift)$/;

/** Handles `[].push.apply(process.execArgv, …)`. */
export function setByMethod(
  tracer: Tracer,
  { call, node, value }: { call: TracedCall; node: AnyNode; value: Value },
): void {
  if (value.kind !== 'api' || !isStartArguments(value) || call.arguments[0] !== node) return;
  const method = call.callee.type === 'MemberExpression' ? bare(call.callee.object) : undefined;
  const name = method?.type === 'MemberExpression' ? writtenName(method) : undefined;
  if (name === undefined || !changesList.test(name)) return;
  tracer.findings.use(call, { call: value.name, permissions });
}

/** Handles `Object.assign(process.env, {…})`, and other built-in functions that set members. */
export function setByBuiltin(
  tracer: Tracer,
  { call, api, name }: { call: TracedCall; api: ApiValue; name: string },
): void {
  const isChanged = isEnvironment(api) || isStartArguments(api);
  const isProcess = api.node === tracer.code.apis.modules.get('process');
  if (!isChanged && !isProcess) return;
  const names = namesSet(tracer, { call, name });
  if (isStartArguments(api)) return tracer.findings.use(call, { call: api.name, permissions });
  if (isEnvironment(api)) return setVariables(tracer, { node: call, api, names });
  const settings = names?.filter((each) => /^(?:env|exec(?:Path|Argv))$/.test(each)) ?? [];
  for (const each of settings) {
    tracer.findings.use(call, { call: `${api.name}.${each}`, permissions });
  }
  if (names === null) {
    const what = `${api.name}[…]`;
    tracer.findings.unresolved(call, {
      reason: 'computed-access',
      what,
      permissions: [...permissions],
    });
  }
}

/** The names that a built-in function sets; null where they are unknown. */
function namesSet(tracer: Tracer, of: { call: TracedCall; name: string }): string[] | null {
  const [first, ...given] = of.call.arguments;
  const [key] = given;
  if (of.name === '__defineGetter__') {
    return first === undefined ? [] : tracer.code.index.strings(first);
  }
  if (key === undefined) return [];
  if (of.name.endsWith('setPrototypeOf')) return ['__proto__'];
  if (/\.(?:defineProperty|set)$/.test(of.name)) return tracer.code.index.strings(key);
  const found = given.map((each) => namesIn(tracer, each));
  return found.includes(null) ? null : found.flatMap((names) => names ?? []);
}

function namesIn(tracer: Tracer, written: AnyNode): string[] | null {
  const node = literalOf(written);
  if (node.type !== 'ObjectExpression') return null;
  const found = node.properties.map((each) => {
    if (each.type !== 'Property') return namesIn(tracer, each.argument);
    const name = writtenName(each);
    return name === undefined ? tracer.code.index.strings(each.key) : [name];
  });
  return found.includes(null) ? null : found.flatMap((names) => names ?? []);
}

/** A literal, also through a variable with no other value. */
function literalOf(written: AnyNode): AnyNode {
  const node = bare(written);
  const writes = variableOf(node)?.references.filter((reference) => reference.isWrite()) ?? [];
  const [only, ...others] = writes;
  const value = others.length === 0 ? treeNode(only?.writeExpr) : undefined;
  return value === undefined ? node : bare(value);
}

/**
 * Reports variables that decide what programs run, where they are set on an object that nobody knows: it may be
 * the environment of the process. Run it when all else is traced.
 */
export function findLostVariables(tracer: Tracer): void {
  for (const { nodes } of tracer.code.codes.values()) {
    for (const node of nodes.members) {
      if (node.type !== 'MemberExpression' || !isSet(node)) continue;
      const name = writtenName(node);
      if (name === undefined || !isRareVariable(name)) continue;
      if (tracer.valuesOf(node.object).size > 0 || isOwnObject(node.object)) continue;
      tracer.findings.use(node, { call: `process.env.${name}`, permissions });
    }
  }
}

/** True for an object that the code made where it is set, such as a copy of the environment. */
function isOwnObject(written: AnyNode): boolean {
  const node = bare(written);
  if (node.type === 'MemberExpression') {
    // an object in another one that the code made
    return isOwnObject(node.object);
  }
  const writes = variableOf(node)?.references.filter((reference) => reference.isWrite()) ?? [];
  return (
    writes.length > 0 &&
    writes.every(({ writeExpr }) => {
      const value = treeNode(writeExpr);
      const made = value && bare(value);
      return /^(?:ObjectExpression|NewExpression|CallExpression)$/.test(made?.type ?? '');
    })
  );
}
