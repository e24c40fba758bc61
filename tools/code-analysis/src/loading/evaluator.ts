import type { AnyNode, CallExpression, MemberExpression, NewExpression } from 'acorn';
import { isFunction, treeNode, writtenName } from '../syntax/syntax.ts';
import { imported, scopeOf, writeSeenFrom } from './scopes.ts';
import {
  identify,
  isTruthy,
  type Known,
  type ModuleFormat,
  type LoadScope,
  typeOf,
} from './known.ts';

const deepest = 120;

/** Finds what expressions are while a file is loaded for the first time, as far as its text tells. */
export class Evaluator {
  readonly root: LoadScope = { of: null, values: new Map(), parent: null, id: 0 };
  readonly #format: ModuleFormat;
  readonly #hasNode: boolean;
  readonly #made = new Map<AnyNode, Map<LoadScope, Known | undefined>>();
  #scopes = 0;
  #depth = 0;

  /** @param by.hasNode false in the isolate of native extensions */
  constructor({ format, hasNode }: { format: ModuleFormat; hasNode: boolean }) {
    this.#format = format;
    this.#hasNode = hasNode;
  }

  /** The value of an expression; undefined where it isn't known. */
  valueOf(node: AnyNode, scope: LoadScope): Known | undefined {
    if (this.#depth > deepest) return undefined;
    this.#depth += 1;
    try {
      return this.#valueOf(node, scope);
    } finally {
      this.#depth -= 1;
    }
  }

  /** Whether a condition holds; undefined where that isn't known. */
  isTrue(node: AnyNode, scope: LoadScope): boolean | undefined {
    switch (node.type) {
      case 'ParenthesizedExpression':
      case 'ChainExpression':
        return this.isTrue(node.expression, scope);
      case 'UnaryExpression': {
        if (node.operator === 'void') return false;
        const not = node.operator === '!' ? this.isTrue(node.argument, scope) : undefined;
        return not === undefined ? undefined : !not;
      }
      case 'LogicalExpression':
        return this.#isLogicTrue(node, scope);
      case 'BinaryExpression':
        return this.#compare(node, scope);
      default:
    }
    const known = this.valueOf(node, scope);
    if (known !== undefined) return isTruthy(known);
    const isExports =
      this.#format === 'cjs' && /^(?:module|exports|module\.exports)$/.test(pathOf(node));
    return isExports ? true : undefined;
  }

  /** The scope of a call of a function with arguments. */
  enter(
    { node, scope }: Known & { kind: 'code' },
    given: readonly (Known | undefined)[],
  ): LoadScope {
    this.#scopes += 1;
    const values: LoadScope['values'] = new Map();
    const inner: LoadScope = { of: node, values, parent: scope, id: this.#scopes };
    for (const [at, param] of node.params.entries()) {
      const target = param.type === 'AssignmentPattern' ? param.left : param;
      if (target.type !== 'Identifier' || target.variable === undefined) continue;
      const value =
        at < given.length
          ? given[at]
          : param.type === 'AssignmentPattern'
            ? this.valueOf(param.right, inner)
            : nothing;
      values.set(target.variable, value ?? null);
    }
    return inner;
  }

  /** The function that a call runs, and its arguments; undefined where it isn't known. */
  calledBy(
    call: CallExpression | NewExpression,
    scope: LoadScope,
  ): { called: Known; given: (Known | undefined)[] } | undefined {
    const args = call.arguments.map((each) => this.valueOf(each, scope));
    const callee = plainOf(call.callee);
    if (callee.type === 'MemberExpression' && /^(?:call|apply)$/.test(writtenName(callee) ?? '')) {
      const called = this.valueOf(callee.object, scope);
      if (called !== undefined) {
        const given = writtenName(callee) === 'call' ? args.slice(1) : this.#elements(args[1]);
        return { called, given };
      }
    }
    const called = this.valueOf(callee, scope);
    return called === undefined ? undefined : { called, given: args };
  }

  #elements(list: Known | undefined): (Known | undefined)[] {
    if (list?.kind !== 'literal' || list.node.type !== 'ArrayExpression') return [];
    const { scope } = list;
    return list.node.elements.map((each) => (each === null ? nothing : this.valueOf(each, scope)));
  }

  #valueOf(node: AnyNode, scope: LoadScope): Known | undefined {
    switch (node.type) {
      case 'ParenthesizedExpression':
      case 'ChainExpression':
        return this.valueOf(node.expression, scope);
      case 'Literal':
        return node.value instanceof RegExp ? undefined : { kind: 'constant', value: node.value };
      case 'TemplateLiteral': {
        const [only] = node.quasis;
        const isPlain = node.expressions.length === 0;
        return isPlain ? { kind: 'constant', value: only?.value.cooked ?? '' } : undefined;
      }
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return { kind: 'code', node, scope };
      case 'ObjectExpression':
      case 'ArrayExpression':
        return { kind: 'literal', node, scope };
      case 'SequenceExpression':
        return this.valueOf(node.expressions.at(-1) ?? node, scope);
      case 'AssignmentExpression':
        return node.operator === '=' ? this.valueOf(node.right, scope) : undefined;
      case 'UnaryExpression': {
        if (node.operator === 'void') return nothing;
        const not = node.operator === '!' ? this.isTrue(node.argument, scope) : undefined;
        return not === undefined ? undefined : { kind: 'constant', value: !not };
      }
      case 'ConditionalExpression': {
        const holds = this.isTrue(node.test, scope);
        if (holds === undefined) return undefined;
        return this.valueOf(holds ? node.consequent : node.alternate, scope);
      }
      case 'LogicalExpression': {
        const left = this.isTrue(node.left, scope);
        if (left === undefined || node.operator === '??') return undefined;
        return this.valueOf(left === (node.operator === '&&') ? node.right : node.left, scope);
      }
      case 'Identifier':
        return this.#variable(node, scope);
      case 'MemberExpression':
        return this.#member(node, scope);
      case 'NewExpression': {
        const [target] = node.arguments;
        const isProxy = node.callee.type === 'Identifier' && node.callee.name === 'Proxy';
        return isProxy && target ? this.valueOf(target, scope) : undefined;
      }
      case 'CallExpression':
        return this.#once(node, scope, () => this.#result(node, scope));
      default:
        return undefined;
    }
  }

  #variable(node: AnyNode & { type: 'Identifier' }, scope: LoadScope): Known | undefined {
    const { variable } = node;
    if (variable === undefined) {
      if (node.name === 'undefined') return nothing;
      return node.name === 'require' && this.#format === 'cjs' ? { kind: 'require' } : undefined;
    }
    const [definition] = variable.defs;
    if (definition === undefined || variable.defs.length > 1) return undefined;
    const holder = scopeOf(scope, variable);
    const write = writeSeenFrom(node, variable);
    if (write === 'several') return undefined;
    if (write !== null) return this.valueOf(write, holder);
    const made = treeNode(definition.node);
    switch (definition.type) {
      case 'Parameter':
        return holder.values.get(variable) ?? undefined;
      case 'FunctionName':
        return isFunction(made) ? { kind: 'code', node: made, scope: holder } : undefined;
      case 'ImportBinding':
        return imported(made);
      case 'Variable':
        return made?.type === 'VariableDeclarator' && made.id.type === 'Identifier'
          ? nothing
          : undefined;
      default:
        return undefined;
    }
  }

  #member(node: MemberExpression, scope: LoadScope): Known | undefined {
    const path = pathOf(node);
    if (path === 'module.require' && this.#format === 'cjs') return { kind: 'require' };
    if (node.object.type === 'Super' || node.property.type === 'PrivateIdentifier')
      return undefined;
    const object = this.valueOf(node.object, scope);
    if (object?.kind === 'create-require' && writtenName(node) === 'createRequire') return object;
    if (object?.kind !== 'literal') return undefined;
    const key = node.computed ? this.valueOf(node.property, scope) : undefined;
    const name = node.computed ? nameOf(key) : writtenName(node);
    const { node: of, scope: inside } = object;
    if (of.type === 'ArrayExpression') {
      const element = of.elements[Number(name ?? NaN)];
      return element ? this.valueOf(element, inside) : undefined;
    }
    if (of.type !== 'ObjectExpression') return undefined;
    // a cache, which is empty at first
    if (of.properties.length === 0 && node.computed && name !== undefined) return nothing;
    const properties = of.properties.filter((each) => each.type === 'Property');
    // esbuild calls the one function of an object by a name that it computes
    const property =
      name === undefined && properties.length === 1
        ? properties[0]
        : properties.findLast((each) => writtenName(each) === name && name !== undefined);
    return property?.kind === 'init' ? this.valueOf(property.value, inside) : undefined;
  }

  /** What a call returns: the first `return` at the top of the function. */
  #result(node: CallExpression, scope: LoadScope): Known | undefined {
    const call = this.calledBy(node, scope);
    if (call === undefined) return undefined;
    if (call.called.kind === 'create-require') return { kind: 'require' };
    if (call.called.kind !== 'code' || call.called.node.async || call.called.node.generator)
      return undefined;
    const inside = this.enter(call.called, call.given);
    const { body } = call.called.node;
    if (body.type !== 'BlockStatement') return this.valueOf(body, inside);
    const returned = body.body.find((each) => each.type === 'ReturnStatement');
    return returned?.argument ? this.valueOf(returned.argument, inside) : undefined;
  }

  /** Evaluates an expression once in a scope; one that needs itself is unknown. */
  #once(node: AnyNode, scope: LoadScope, make: () => Known | undefined): Known | undefined {
    const known = this.#made.get(node) ?? new Map<LoadScope, Known | undefined>();
    this.#made.set(node, known);
    if (known.has(scope)) return known.get(scope);
    known.set(scope, undefined);
    const made = make();
    known.set(scope, made);
    return made;
  }

  #isLogicTrue(
    node: AnyNode & { type: 'LogicalExpression' },
    scope: LoadScope,
  ): boolean | undefined {
    const left = this.isTrue(node.left, scope);
    if (node.operator === '??') return undefined;
    const decides = node.operator === '||';
    if (left === decides) return decides;
    const right = this.isTrue(node.right, scope);
    if (right === decides) return decides;
    return left === undefined || right === undefined ? undefined : !decides;
  }

  #compare(node: AnyNode & { type: 'BinaryExpression' }, scope: LoadScope): boolean | undefined {
    if (node.operator !== 'in') return this.#isEqual(node, scope);
    const [key, table] = [node.left, node.right].map((side) => this.valueOf(side, scope));
    const name = nameOf(key);
    if (name === undefined || table?.kind !== 'literal') return undefined;
    const { node: of } = table;
    const isThere =
      of.type === 'ObjectExpression' &&
      of.properties.some((each) => each.type === 'Property' && writtenName(each) === name);
    return isThere ? true : undefined;
  }

  #isEqual(node: AnyNode & { type: 'BinaryExpression' }, scope: LoadScope): boolean | undefined {
    const sign = /^([!=])==?$|^[<>]$/.exec(node.operator);
    if (sign === null || node.left.type === 'PrivateIdentifier') return undefined;
    const both = [node.left, node.right].map((side) => this.#comparable(side, scope));
    const [left, right] = both;
    if (left === undefined || right === undefined) {
      // `require.main === module` holds in a program alone
      return /^(?:require\.main|module)$/.test(pathOf(node.left)) && pathOf(node.right) !== ''
        ? sign[1] === '!'
        : undefined;
    }
    // minifiers write `typeof x < "u"` for `typeof x !== "undefined"`
    if (node.operator === '<') return left < right;
    if (node.operator === '>') return left > right;
    return (left === right) === (sign[1] === '=');
  }

  #comparable(node: AnyNode, scope: LoadScope): string | undefined {
    if (node.type === 'UnaryExpression' && node.operator === 'typeof') {
      const type = this.#typeOf(node.argument, scope);
      return type === undefined ? undefined : `string ${type}`;
    }
    const known = this.valueOf(node, scope);
    return known === undefined ? undefined : identify(known);
  }

  #typeOf(node: AnyNode, scope: LoadScope): string | undefined {
    const known = this.valueOf(node, scope);
    if (known !== undefined) return typeOf(known);
    const path = pathOf(node);
    if (/^(?:module|exports|module\.exports)$/.test(path)) {
      const isOwn = node.type === 'Identifier' && node.variable !== undefined;
      return isOwn || this.#format === 'cjs' ? 'object' : 'undefined';
    }
    if (node.type !== 'Identifier' || node.variable !== undefined) return undefined;
    if (path === 'require') return 'undefined'; // where it is known, it has a value
    if (/^(?:define|window|document|importScripts|self)$/.test(path)) return 'undefined';
    if (path === 'Proxy') return 'function';
    if (path === 'globalThis') return 'object';
    if (!/^(?:process|global)$/.test(path)) return undefined;
    return this.#hasNode ? 'object' : 'undefined';
  }
}

const nothing: Known = { kind: 'constant', value: undefined };

/** An expression without parentheses, and the last part of a comma expression. */
function plainOf(node: AnyNode): AnyNode {
  if (node.type === 'ParenthesizedExpression' || node.type === 'ChainExpression')
    return plainOf(node.expression);
  return node.type === 'SequenceExpression' ? plainOf(node.expressions.at(-1) ?? node) : node;
}

/** `module.exports` for that expression of undeclared names; '' for others. */
function pathOf(node: AnyNode): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression') return '';
  const holder = pathOf(node.object);
  return holder === '' ? '' : `${holder}.${writtenName(node) ?? ''}`;
}

function nameOf(key: Known | undefined): string | undefined {
  return key?.kind === 'constant' ? String(key.value) : undefined;
}
