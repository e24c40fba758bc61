import type { AnyNode, CallExpression, MemberExpression } from 'acorn';
import { isTarget } from '../syntax/changed-builtins.ts';
import { bare, isNamedEval, treeNode, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import type { Tracer } from './tracer.ts';

/**
 * Where code runs that nobody knows and that has only globals, reports what the code puts within its reach: on
 * the global object, on what the language builds in, and in what a function gets that is made of a text. Run it
 * when all else is traced.
 */
export function findGivenToUnknown(tracer: Tracer): void {
  const unknown = tracer.findings.found.unresolved.filter(({ isOfGlobals }) => isOfGlobals);
  if (unknown.length === 0) return;
  const given = new GivenAway(tracer);
  for (const { nodes, unbound } of tracer.code.codes.values()) {
    for (const uses of unbound.values()) for (const use of uses) given.ofTarget(use);
    for (const node of nodes.members) {
      if (node.type === 'MemberExpression' && isShared(tracer, node.object)) given.ofTarget(node);
    }
    for (const call of nodes.calls) {
      if (isDefinition(tracer, call)) for (const each of call.arguments) given.add(each);
      tellNamedEval(tracer, call);
    }
  }
  for (const { node, reason } of unknown) {
    if (reason === 'evaluated-code') for (const call of callsOf(node)) given.ofCall(call);
  }
}

/** What is handed to code that nobody knows, as far as it is written out. */
class GivenAway {
  readonly #tracer: Tracer;
  readonly #looked = new Set<AnyNode>();

  constructor(tracer: Tracer) {
    this.#tracer = tracer;
  }

  /** What is assigned to a variable or a property. */
  ofTarget(target: AnyNode): void {
    const { parent } = target;
    if (!isTarget(target) || parent?.type !== 'AssignmentExpression') return;
    this.add(parent.right);
  }

  /** What a function gets, also as `this`. */
  ofCall({ callee, arguments: given }: CallExpression): void {
    for (const each of given) this.add(each);
    const holder = bare(callee);
    if (holder.type === 'MemberExpression') this.add(holder.object);
  }

  add(written: AnyNode): void {
    const node = written.type === 'SpreadElement' ? bare(written.argument) : bare(written);
    if (this.#looked.has(node)) return;
    this.#looked.add(node);
    for (const value of this.#tracer.valuesOf(node)) this.#tracer.escape(node, value);
    if (node.type === 'ObjectExpression') {
      for (const each of node.properties) {
        this.add(each.type === 'Property' ? each.value : each.argument);
      }
    } else if (node.type === 'ArrayExpression') {
      for (const each of node.elements) if (each !== null) this.add(each);
    } else if (node.type === 'ConditionalExpression') {
      this.add(node.consequent);
      this.add(node.alternate);
    } else if (node.type === 'LogicalExpression') {
      this.add(node.left);
      this.add(node.right);
    } else if (node.type === 'Identifier') {
      for (const { writeExpr } of variableOf(node)?.references ?? []) {
        const value = treeNode(writeExpr);
        if (value !== undefined) this.add(value);
      }
    }
  }
}

/** True for the global object, and for what is built into the language: all code has the same. */
function isShared(tracer: Tracer, written: AnyNode): boolean {
  const node = bare(written);
  if ([...tracer.valuesOf(node)].some((value) => value.kind === 'api' && value.id === 'global:')) {
    return true;
  }
  if (node.type === 'Identifier') return node.variable === undefined && /^[A-Z]/.test(node.name);
  return (
    node.type === 'MemberExpression' &&
    /^(?:prototype|__proto__)$/.test(writtenName(node) ?? '') &&
    (writtenName(node) === '__proto__' || isShared(tracer, node.object))
  );
}

/** True for `Object.assign(globalThis, …)`, `Object.defineProperty(…)` and `Reflect.set(…)` of such an object. */
function isDefinition(tracer: Tracer, { callee, arguments: [target] }: CallExpression): boolean {
  const name = callee.type === 'MemberExpression' ? writtenName(callee) : undefined;
  return (
    target !== undefined &&
    /^(?:assign|define\w*|set|setPrototypeOf)$/.test(name ?? '') &&
    isShared(tracer, target)
  );
}

/** Reports calls of what is named `eval` and may be it: the text knows the variables around the call. */
function tellNamedEval(tracer: Tracer, call: CallExpression): void {
  const callee = bare(call.callee);
  if (!isNamedEval(call.callee) || callee.type !== 'Identifier') return;
  if (callee.variable === undefined || tracer.valuesOf(callee).size > 0) return;
  if (tracer.code.index.functionsOf(callee) !== null) return;
  tracer.findings.unresolved(call, { reason: 'evaluated-code', what: 'eval(…)' });
}

/** The calls of what a call gives: `Function(text)(api)`, also by `call` and `apply`, and through a variable. */
function callsOf(made: AnyNode): CallExpression[] {
  const { parent } = made;
  if (parent === undefined) return [];
  if (parent.type === 'VariableDeclarator' || parent.type === 'AssignmentExpression') {
    const taker = parent.type === 'VariableDeclarator' ? parent.id : parent.left;
    const reads = (variableOf(taker)?.references ?? []).filter((each) => each.isRead());
    return reads.flatMap(({ identifier }) => {
      const use = treeNode(identifier);
      return use === undefined ? [] : callsOfFunction(use);
    });
  }
  return callsOfFunction(made);
}

function callsOfFunction(made: AnyNode): CallExpression[] {
  const { parent } = made;
  if (parent === undefined) return [];
  if (bare(parent) === bare(made) && parent !== made) return callsOfFunction(parent);
  if (parent.type === 'CallExpression' && parent.callee === made) return [parent];
  if (parent.type === 'MemberExpression' && parent.object === made && isVia(parent)) {
    return callsOfFunction(parent);
  }
  return [];
}

function isVia(member: MemberExpression): boolean {
  return /^(?:call|apply|bind)$/.test(writtenName(member) ?? '');
}
