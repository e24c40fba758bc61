import type { AnyNode, CallExpression, MemberExpression } from 'acorn';
import type { Reference, Variable } from 'eslint-scope';
import type { CodeIndex } from './code-index.ts';
import {
  bare,
  enclosingFunction,
  type FunctionNode,
  isFunction,
  treeNode,
  writtenName,
} from './syntax.ts';
import { parameterOf, variableOf } from './variables.ts';

const mostDepth = 24;

/** True for a string that can only contain letters, digits and commas, such as `$0,$1`. */
export function hasNamesOnly(index: CodeIndex, node: AnyNode): boolean {
  return new NamesOnly(index).isText(node, 0);
}

class NamesOnly {
  readonly #index: CodeIndex;
  /** Variables under examination; only other assignments to them matter. */
  readonly #seen = new Set<Variable>();

  constructor(index: CodeIndex) {
    this.#index = index;
  }

  isText(written: AnyNode, depth: number): boolean {
    if (depth > mostDepth) return false;
    const node = bare(written);
    const next = depth + 1;
    switch (node.type) {
      case 'Literal':
        return /^[\w$,\s]*$/.test(String(node.value));
      case 'UpdateExpression':
        return true;
      case 'BinaryExpression':
        return node.operator === '+'
          ? this.isText(node.left, next) && this.isText(node.right, next)
          : /^[-*/%]$/.test(node.operator);
      case 'Identifier':
        return node.variable !== undefined && this.#isTextVariable(node.variable, next);
      case 'MemberExpression':
        return node.computed && this.#isList(node.object, next);
      case 'CallExpression':
        return this.#isTextCall(node, next);
      default:
        return false;
    }
  }

  #isTextVariable(variable: Variable, depth: number): boolean {
    if (this.#seen.has(variable)) return true;
    this.#seen.add(variable);
    return (
      variable.defs.length === 1 &&
      this.#given(variable, (argument) => this.isText(argument, depth)) &&
      variable.references.every(
        (reference) => !reference.isWrite() || this.#isWrite(reference, depth),
      )
    );
  }

  #isWrite({ identifier, writeExpr }: Reference, depth: number): boolean {
    const parent = treeNode(identifier)?.parent;
    if (parent?.type === 'UpdateExpression') return true;
    const isPlain =
      parent?.type === 'VariableDeclarator' ||
      (parent?.type === 'AssignmentExpression' && /^\+?=$/.test(parent.operator));
    const value = treeNode(writeExpr);
    return isPlain && value !== undefined && this.isText(value, depth);
  }

  /** Checks every argument that callers pass, where a variable is a parameter. */
  #given(variable: Variable, is: (argument: AnyNode) => boolean): boolean {
    if (variable.defs[0]?.type !== 'Parameter') return true;
    const parameter = parameterOf(variable);
    const calls = parameter && this.#index.callersOf(parameter.of);
    if (!parameter || !calls || calls.length === 0) return false;
    return calls.every((call) => {
      const argument = call.arguments[parameter.at];
      return argument !== undefined && is(argument);
    });
  }

  #isTextCall(call: CallExpression, depth: number): boolean {
    const callee = bare(call.callee);
    if (callee.type === 'MemberExpression') {
      const name = writtenName(callee) ?? '';
      if (name === 'join') {
        const [by] = call.arguments;
        return this.#isList(callee.object, depth) && (by === undefined || this.isText(by, depth));
      }
      return /^(?:substr|substring|slice|trim)$/.test(name) && this.isText(callee.object, depth);
    }
    if (callee.type !== 'Identifier' && !isFunction(callee)) return false;
    const [called, ...others] = this.#index.functionsOf(callee) ?? [];
    return called !== undefined && others.length === 0 && this.#givesText(called, depth);
  }

  #givesText(of: FunctionNode, depth: number): boolean {
    if (of.body.type !== 'BlockStatement') return this.isText(of.body, depth);
    const given = of.body.body.at(-1);
    if (given?.type !== 'ReturnStatement' || !given.argument) return false;
    return enclosingFunction(given) === of && this.isText(given.argument, depth);
  }

  /** True for an array that contains only such strings. */
  #isList(written: AnyNode, depth: number): boolean {
    if (depth > mostDepth) return false;
    const node = bare(written);
    if (node.type === 'ArrayExpression') {
      return node.elements.every((element) => element !== null && this.isText(element, depth + 1));
    }
    const variable = variableOf(node);
    if (variable === undefined || variable.defs.length !== 1) return false;
    if (this.#seen.has(variable)) return true;
    this.#seen.add(variable);
    return (
      this.#given(variable, (argument) => this.#isList(argument, depth + 1)) &&
      variable.references.every((reference) => this.#keepsList(reference, depth + 1))
    );
  }

  #keepsList(reference: Reference, depth: number): boolean {
    const value = treeNode(reference.writeExpr);
    if (reference.isWrite()) return value !== undefined && this.#isList(value, depth);
    const node = treeNode(reference.identifier);
    const use = node?.parent;
    if (use?.type === 'CallExpression') return this.#isGivenToReader(use, node, depth);
    if (use?.type !== 'MemberExpression' || use.object !== node) return false;
    return this.#keepsItems(use, depth);
  }

  #keepsItems(use: MemberExpression, depth: number): boolean {
    const { parent } = use;
    if (parent?.type === 'AssignmentExpression' && parent.left === use) {
      return use.computed && this.isText(parent.right, depth);
    }
    if (parent?.type !== 'CallExpression' || parent.callee !== use) return true;
    if (writtenName(use) !== 'push') return writtenName(use) === 'join';
    return parent.arguments.every((argument) => this.isText(argument, depth));
  }

  /** True where a function that is given the array doesn't change it in other ways. */
  #isGivenToReader(call: CallExpression, node: AnyNode | undefined, depth: number): boolean {
    const at = call.arguments.findIndex((argument) => argument === node);
    const [reader, ...others] = this.#index.functionsOf(call.callee) ?? [];
    const parameter = variableOf(reader?.params[at]);
    if (depth > mostDepth || parameter === undefined || others.length > 0) return false;
    return parameter.references.every((reference) => {
      return !reference.isWrite() && this.#keepsList(reference, depth + 1);
    });
  }
}
