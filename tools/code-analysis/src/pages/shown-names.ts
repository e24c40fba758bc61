import type { AnyNode, CallExpression } from 'acorn';
import { posix } from 'node:path';
import { bare, isFunction, treeNode, writtenName } from '../syntax/syntax.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';
import { type AnyCall, calledName } from './calls-by-name.ts';
import type { PageTexts } from './page-texts.ts';
import { callsOf } from './parameter-texts.ts';

const mostDepth = 12;

/** Calls that make a path or an address whose last part is their last argument's. */
const joins = /^(?:joinPath|join|resolve|asAbsolutePath|file|parse|normalize|toString)$/;

/** The last names of paths that an expression may give, such as `page.js`; null where one isn't known. */
export function lastNames(texts: PageTexts, node: AnyNode): Set<string> | null {
  const names = new LastNames(texts).of(node, 0);
  return names === null ? null : new Set(names);
}

class LastNames {
  readonly #texts: PageTexts;

  constructor(texts: PageTexts) {
    this.#texts = texts;
  }

  of(written: AnyNode, depth: number): string[] | null {
    if (depth > mostDepth) return null;
    const node = bare(written);
    const next = depth + 1;
    const known = this.#texts.tracer.code.index.strings(node);
    if (known !== null) return known.map(lastOf);
    switch (node.type) {
      case 'ConditionalExpression':
        return this.#all([node.consequent, node.alternate], next);
      case 'LogicalExpression':
        return this.#all([node.left, node.right], next);
      case 'AwaitExpression':
        return this.of(node.argument, next);
      case 'SpreadElement':
        return this.of(node.argument, next);
      case 'ArrayExpression': {
        const last = node.elements.at(-1);
        return last ? this.of(last, next) : null;
      }
      case 'BinaryExpression':
        return behindSlash(this.#texts.tracer.code.index.strings(node.right));
      case 'TemplateLiteral': {
        const end = node.quasis.at(-1)?.value.cooked ?? '';
        const last = node.expressions.at(-1);
        return end === '' && last && isBehindSlash(node.quasis.at(-2)?.value.cooked)
          ? this.of(last, next)
          : behindSlash([end]);
      }
      case 'CallExpression':
        return this.#ofCall(node, next);
      case 'MemberExpression': {
        if (/^(?:fsPath|path)$/.test(writtenName(node) ?? '')) return this.of(node.object, next);
        const values = this.#texts.fields.of(writtenName(node) ?? '');
        return values === undefined || values.length > 10 ? null : this.#all(values, next);
      }
      case 'Identifier':
        return this.#ofVariable(node, next);
      default:
        return null;
    }
  }

  #all(nodes: readonly AnyNode[], depth: number): string[] | null {
    const found = nodes.map((node) => this.of(node, depth));
    return found.includes(null) ? null : found.flatMap((names) => names ?? []);
  }

  #ofCall(call: CallExpression, depth: number): string[] | null {
    const { callee } = call;
    const last = call.arguments.at(-1);
    const name = calledName(call) ?? '';
    const list = callee.type === 'MemberExpression' ? bare(callee.object) : undefined;
    // ['media', 'page.js'].join('/')
    if (name === 'join' && list?.type === 'ArrayExpression') return this.of(list, depth);
    if (!joins.test(name)) return null;
    if (last !== undefined) return this.of(last, depth);
    return callee.type === 'MemberExpression' ? this.of(callee.object, depth) : null;
  }

  #ofVariable(node: AnyNode, depth: number): string[] | null {
    const variable = variableOf(node);
    if (variable === undefined) return null;
    const parameter = parameterOf(variable);
    if (parameter !== null) {
      const calls = this.#callsOf(parameter.of);
      const given = (calls ?? []).map((call) => call.arguments[parameter.at]);
      if (calls === null || given.length === 0) return null;
      const found = given.filter((each) => each !== undefined);
      return found.length < given.length ? null : this.#all(found, depth);
    }
    const writes = variable.references.filter((each) => each.isWrite());
    const values = writes.flatMap((each) => treeNode(each.writeExpr) ?? []);
    const isPlain = writes.every(({ identifier }) => {
      const parent = treeNode(identifier)?.parent;
      return (
        parent?.type === 'VariableDeclarator' ||
        (parent?.type === 'AssignmentExpression' && parent.operator === '=')
      );
    });
    return isPlain && values.length > 0 && values.length === writes.length
      ? this.#all(values, depth)
      : null;
  }

  /** The calls of a function; null where it may be called from elsewhere. */
  #callsOf(of: AnyNode): readonly AnyCall[] | null {
    if (!isFunction(of)) return null;
    const { index } = this.#texts.tracer.code;
    const calls = index.callersOf(of);
    if (calls !== null) return calls;
    const named = callsOf(this.#texts, of);
    const [first] = named;
    const name = first && calledName(first);
    const reads = name === undefined ? [] : (index.reads.get(name) ?? []);
    const isOnlyCalled = reads.every((read) => {
      return read.parent?.type === 'CallExpression' && read.parent.callee === read;
    });
    return isOnlyCalled ? named : null;
  }
}

function lastOf(path: string): string {
  return posix.basename(path.replaceAll('\\', '/').replace(/[?#].*$/, ''));
}

/** The last name in texts that are put behind something unknown; null where a text may be the rest of a name. */
function behindSlash(texts: readonly string[] | null): string[] | null {
  return texts?.every((text) => /[\\/]/.test(text)) === true ? texts.map(lastOf) : null;
}

function isBehindSlash(text: string | null | undefined): boolean {
  return /[\\/]$/.test(text ?? '');
}
