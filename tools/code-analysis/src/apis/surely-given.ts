import type { AnyNode, Identifier, MemberExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import {
  bare,
  type FunctionNode,
  isFunction,
  treeIdentifier,
  treeNode,
  writtenName,
} from '../syntax/syntax.ts';
import type { Tracer } from '../trace/tracer.ts';
import { isInWith, maySetArguments } from '../values/only-read.ts';
import { isSurelyApi } from './sure-api.ts';

const mostDepth = 10;

/**
 * True for an expression that is a part of an API whichever way the code takes: the API gave it, and nothing else
 * is ever put in its place. What the tracer knows of a value says only that it may be such a part.
 */
export function isSurelyGiven(tracer: Tracer, node: AnyNode): boolean {
  return new SureParts(tracer).isSure(node, 0);
}

/** True for an open document, whichever way the code takes. */
export function isSurelyDocument(tracer: Tracer, node: AnyNode): boolean {
  if (!isSurelyGiven(tracer, node)) return false;
  const document = tracer.code.apis.modules.get('vscode')?.children.get('TextDocument');
  return [...tracer.valuesOf(node)].every(
    (value) => value.kind !== 'api' || value.node === document,
  );
}

class SureParts {
  readonly #tracer: Tracer;

  constructor(tracer: Tracer) {
    this.#tracer = tracer;
  }

  isSure(written: AnyNode, depth: number): boolean {
    const node = bare(written);
    if (depth > mostDepth || !this.#mayBePart(node)) return false;
    const isSure = (of: AnyNode) => this.isSure(of, depth + 1);
    switch (node.type) {
      case 'ConditionalExpression':
        return [node.consequent, node.alternate].every((each) => isNothing(each) || isSure(each));
      case 'LogicalExpression':
        return (node.operator === '&&' || isSure(node.left)) && isSure(node.right);
      case 'AssignmentExpression':
        return node.operator === '=' && isSure(node.right);
      case 'AwaitExpression':
        return isSure(node.argument);
      case 'MemberExpression':
        return writtenName(node) !== undefined && isSure(node.object) && !this.#isRedefined(node);
      case 'CallExpression': {
        const callee = bare(node.callee);
        if (callee.type !== 'MemberExpression') return isSurelyApi(this.#tracer, node);
        return isSure(callee.object) && this.#givesElement(callee);
      }
      case 'Identifier':
        return !isInWith(node) && this.#isSureVariable(node, depth);
      default:
        return false;
    }
  }

  /** True for what may be a part; a list of parts counts only where it is read, because code may change it later. */
  #mayBePart(node: AnyNode): boolean {
    const values = [...this.#tracer.valuesOf(node)];
    if (node.type !== 'MemberExpression' && values.some(({ kind }) => kind === 'list'))
      return false;
    return values.some(({ kind }) => kind === 'api');
  }

  /** True for a method of an API, and for one of a list that gives one of its elements. */
  #givesElement(callee: MemberExpression): boolean {
    const isList = [...this.#tracer.valuesOf(callee.object)].some(({ kind }) => kind === 'list');
    const name = writtenName(callee) ?? '';
    const { changed } = this.#tracer.code.index;
    return !isList || (/^(?:at|find|findLast|pop|shift)$/.test(name) && !changed.has(name));
  }

  /** True where code may give `window` or `workspace` another member of that name. */
  #isRedefined({ object }: MemberExpression): boolean {
    const namespaces = [...this.#tracer.valuesOf(object)].flatMap((value) =>
      value.kind === 'api' && /^vscode:\w*$/.test(value.id) ? [value.node] : [],
    );
    if (namespaces.length === 0) return false;
    const isOne = (node: AnyNode | undefined) =>
      node !== undefined &&
      [...this.#tracer.valuesOf(node)].some(
        (value) => value.kind === 'api' && namespaces.includes(value.node),
      );
    return [...this.#tracer.code.codes.values()].some(({ nodes }) =>
      nodes.calls.some(
        ({ callee, arguments: [first] }) =>
          callee.type === 'MemberExpression' &&
          /^(?:definePropert(?:y|ies)|assign|set)$/.test(writtenName(callee) ?? '') &&
          isOne(first),
      ),
    );
  }

  #isSureVariable(node: Identifier, depth: number): boolean {
    const { variable } = node;
    if (variable?.defs[0]?.type === 'ImportBinding') return isSurelyApi(this.#tracer, node);
    if (variable?.defs.length !== 1) return false;
    const writes = variable.references.filter((reference) => reference.isWrite());
    const areSure = writes.every((reference) => {
      const identifier = treeIdentifier(reference.identifier);
      return this.#isSureTarget(identifier, treeNode(reference.writeExpr), depth);
    });
    if (variable.defs[0]?.type === 'Parameter') {
      return areSure && this.#isSureParameter(variable, depth);
    }
    return areSure && writes.length > 0;
  }

  /** True where what is written to a variable is a part, or a member of one. */
  #isSureTarget(target: Identifier, given: AnyNode | undefined, depth: number): boolean {
    const { parent } = target;
    if (given === undefined) return false;
    if (parent?.type === 'AssignmentExpression') {
      return parent.left === target && parent.operator === '=' && this.isSure(given, depth + 1);
    }
    if (parent?.type === 'VariableDeclarator') {
      const loop = parent.parent?.parent;
      if (loop?.type === 'ForOfStatement') return this.#isList(loop.right, depth);
      return parent.id === target && this.isSure(given, depth + 1);
    }
    const of = patternOf(target)?.parent;
    return of?.type === 'VariableDeclarator' && of.init ? this.isSure(of.init, depth + 1) : false;
  }

  /** True for a list of parts that is read from one: `window.visibleTextEditors`. */
  #isList(written: AnyNode, depth: number): boolean {
    const node = bare(written);
    return node.type === 'MemberExpression' && this.isSure(node.object, depth + 1);
  }

  #isSureParameter(variable: Variable, depth: number): boolean {
    const name = treeNode(variable.defs[0]?.name);
    const called = treeNode(variable.defs[0]?.node);
    if (!isFunction(called) || name?.type !== 'Identifier' || maySetArguments(variable))
      return false;
    const target = called.params.includes(name) ? name : patternOf(name);
    const at = called.params.findIndex((param) => param === target);
    if (at === -1) return false;
    if (this.#isCalledBack(called, { at, depth })) return true;
    const calls = this.#tracer.code.index.callersOf(called) ?? [];
    return (
      calls.length > 0 &&
      calls.every(({ arguments: given }) => {
        const argument = given.slice(0, at + 1).some(({ type }) => type === 'SpreadElement')
          ? undefined
          : given[at];
        return argument !== undefined && this.isSure(argument, depth + 1);
      })
    );
  }

  /** True for `onDidChangeActiveTextEditor((editor) => …)` and `openTextDocument(…).then((document) => …)`. */
  #isCalledBack(called: FunctionNode, { at, depth }: { at: number; depth: number }): boolean {
    const call = called.parent;
    if (call?.type !== 'CallExpression' || call.callee === called) return false;
    const callee = bare(call.callee);
    if (callee.type !== 'MemberExpression' || isNamed(called)) return false;
    if (writtenName(callee) === 'then') {
      const promise = bare(callee.object);
      return at === 0 && promise.type === 'CallExpression' && this.isSure(promise, depth + 1);
    }
    const gives = [...this.#tracer.valuesOf(callee)].some(
      (value) => value.kind === 'api' && value.node.gives?.how === 'argument',
    );
    return gives && at < 2 && this.isSure(callee.object, depth + 1);
  }
}

/** True for a function that may call itself by its name, with anything. */
function isNamed(called: FunctionNode): boolean {
  return called.type === 'FunctionExpression' && (called.id?.variable?.references ?? []).length > 0;
}

/** The pattern of one level in which a name stands: `{ document }`. */
function patternOf(target: Identifier): (AnyNode & { type: 'ObjectPattern' }) | undefined {
  const { parent } = target;
  if (parent?.type !== 'Property' || parent.value !== target || writtenName(parent) === undefined) {
    return undefined;
  }
  return parent.parent?.type === 'ObjectPattern' ? parent.parent : undefined;
}

function isNothing(node: AnyNode): boolean {
  return (
    (node.type === 'UnaryExpression' && node.operator === 'void') ||
    (node.type === 'Literal' && node.value === null) ||
    (node.type === 'Identifier' && node.name === 'undefined')
  );
}
