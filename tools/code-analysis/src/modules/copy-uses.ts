import type {
  AnyNode,
  AssignmentProperty,
  CallExpression,
  MemberExpression,
  Property,
} from 'acorn';
import type { Variable } from 'eslint-scope';
import { builtinOf } from '../apis/builtins.ts';
import type { CodeIndex } from '../syntax/code-index.ts';
import {
  bare,
  enclosingFunction,
  type FunctionNode,
  treeIdentifier,
  writtenName,
} from '../syntax/syntax.ts';
import { isAlsoArgument } from '../syntax/also-argument.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';
import { argumentsOf } from '../syntax/inside-function.ts';
import { type CopyHelper, type CopyHelpers, isInside, parameter } from './copy-helper.ts';
import { copyKeyOf, nameOfGetter } from './copy-key.ts';
import { useOfBuiltin } from './copy-builtins.ts';
import { type Carried, whole } from './carried.ts';
import { boundOf, isLook, isReadBefore, isTested, wayOn } from './copy-shapes.ts';
import { isOwnCache } from './own-cache.ts';

/** Thrown for a use that isn't one of a copying helper. */
class OtherUse extends Error {}

/** Examines the uses of one parameter of a helper. */
export class CopyUses {
  readonly #helper: FunctionNode;
  readonly #index: CodeIndex;
  readonly #helpers: CopyHelpers;
  readonly #seen = new Set<AnyNode>();
  readonly #variables = new Set<Variable>();
  readonly #waiting: { node: AnyNode; carried: Carried }[] = [];
  readonly #targets = new Set<number>();
  readonly #without = new Set<number>();
  #returns = false;
  #loads = false;

  constructor(of: { helper: FunctionNode; index: CodeIndex; helpers: CopyHelpers }) {
    this.#helper = of.helper;
    this.#index = of.index;
    this.#helpers = of.helpers;
  }

  /** @returns null where a use isn't one of a copying helper */
  examine(
    given: Variable | undefined,
    { at, name }: { at: number; name: Variable | undefined },
  ): CopyHelper | null {
    const carried: Carried = name === undefined ? whole : { kind: 'member', key: name };
    try {
      if (given !== undefined) this.#follow(given, carried);
      else if (
        at < this.#helper.params.length ||
        this.#helper.params.at(-1)?.type === 'RestElement'
      )
        return null;
      this.#followArguments(carried, at);
      for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) {
        this.#use(next.node, next.carried);
      }
    } catch (error) {
      if (error instanceof OtherUse) return null;
      throw error;
    }
    return {
      targets: this.#targets,
      returns: this.#returns,
      without: this.#without,
      loads: this.#loads,
    };
  }

  #carry(node: AnyNode, carried: Carried): void {
    if (this.#seen.has(node)) return;
    this.#seen.add(node);
    this.#waiting.push({ node, carried });
  }

  /** Follows a variable of the helper to where it is read. */
  #follow(variable: Variable, carried: Carried): void {
    if (!isInside(variable, this.#helper)) throw new OtherUse();
    if (this.#variables.has(variable)) return;
    this.#variables.add(variable);
    for (const reference of variable.references) {
      if (reference.isRead()) this.#carry(treeIdentifier(reference.identifier), carried);
    }
  }

  /** Follows `arguments[n]`, which is any argument. */
  #followArguments(carried: Carried, at: number): void {
    if (this.#helper.type === 'ArrowFunctionExpression') return;
    for (const given of argumentsOf(this.#helper)) {
      const { parent } = given;
      if (parent?.type === 'CallExpression') this.#forward(parent, { given, at });
      else if (parent?.type !== 'MemberExpression' || parent.object !== given) {
        throw new OtherUse();
      } else if (parent.computed) this.#carry(parent, carried);
      else if (writtenName(parent) !== 'length') throw new OtherUse();
    }
  }

  /** Handles `helper.apply(undefined, arguments)`, by which a function hands all its arguments on. */
  #forward(call: CallExpression, { given, at }: { given: AnyNode; at: number }): void {
    const { callee } = call;
    const isApply = callee.type === 'MemberExpression' && writtenName(callee) === 'apply';
    const applied = isApply ? callee.object : undefined;
    const others = applied === undefined ? null : this.#index.functionsOf(applied);
    if (applied === undefined || others === null || call.arguments[1] !== given) {
      throw new OtherUse();
    }
    for (const each of others) {
      if (each === this.#helper) continue;
      if (this.#helpers.isMoved(each, applied)) throw new OtherUse();
      const helper = this.#helpers.of(each, at);
      if (helper === null || helper.loads || helper.without.size > 0) throw new OtherUse();
      for (const nth of helper.targets) this.#targets.add(nth);
      if (helper.returns) this.#carry(call, whole);
    }
  }

  #use(node: AnyNode, carried: Carried): void {
    const { parent } = node;
    const way = wayOn(node);
    if (way === 'nowhere') return;
    if (way !== undefined) return this.#carry(way, carried);
    switch (parent?.type) {
      case 'VariableDeclarator':
        return this.#assign(parent.id, node, carried);
      case 'AssignmentExpression':
        if (parent.left === node) throw new OtherUse();
        this.#carry(parent, carried);
        return this.#assign(parent.left, node, carried);
      case 'ReturnStatement':
      case 'ArrowFunctionExpression':
        return this.#give(node, carried);
      case 'MemberExpression':
        if (parent.object === node) return this.#member(parent, carried);
        throw new OtherUse();
      case 'Property':
        return this.#property(parent, node, carried);
      case 'SpreadElement':
        if (parent.parent?.type !== 'ObjectExpression') throw new OtherUse();
        return this.#carry(parent.parent, carried);
      case 'CallExpression':
        return this.#argument(parent, node, carried);
      default:
        throw new OtherUse();
    }
  }

  #assign(target: AnyNode, value: AnyNode, carried: Carried): void {
    if (target.type === 'Identifier' && target.variable !== undefined) {
      if (isAlsoArgument(target)) throw new OtherUse();
      // a member is defined where it is read, and a descriptor after that, or it would get another name
      if (
        carried.kind === 'member' ||
        (carried.kind === 'descriptor' && isReadBefore(target.variable, value))
      )
        throw new OtherUse();
      return this.#follow(target.variable, carried);
    }
    if (target.type !== 'MemberExpression') throw new OtherUse();
    this.#define({ target: target.object, key: target.property, member: target }, carried);
  }

  /** Handles a member that a copy gets: it must keep its name, and the whole is only ever the default. */
  #define(
    at: { target: AnyNode; key: AnyNode; member?: MemberExpression },
    carried: Carried,
  ): void {
    const { target, key, member } = at;
    if (carried.kind === 'whole') {
      const name = member === undefined ? this.#index.strings(key)?.join() : writtenName(member);
      if (name !== 'default') throw new OtherUse();
    } else if (carried.kind === 'descriptors' || (member !== undefined && !member.computed)) {
      throw new OtherUse();
    } else {
      const same = copyKeyOf(key);
      if (same === undefined || same.key !== carried.key) throw new OtherUse();
      for (const each of same.without) this.#without.add(each);
    }
    this.#fill(target);
  }

  /** Handles an object that gets members of the namespace. */
  #fill(target: AnyNode): void {
    const plain = bare(target);
    const object = plain.type === 'AssignmentExpression' ? plain.left : plain;
    const variable = variableOf(object);
    if (variable === undefined) return this.#carry(plain, whole);
    const at = this.#helper.params.findIndex((_, nth) => parameter(this.#helper, nth) === variable);
    if (at !== -1) this.#targets.add(at);
    this.#follow(variable, whole);
  }

  /** Handles what a function in the helper returns, or the helper itself. */
  #give(node: AnyNode, carried: Carried): void {
    const of = enclosingFunction(node);
    if (of === this.#helper) {
      if (carried.kind === 'descriptor' || carried.kind === 'descriptors') throw new OtherUse();
      // the helper returns a member, where it was given one
      this.#returns = true;
      return;
    }
    if (of?.type === 'FunctionDeclaration' || of === undefined || carried.kind !== 'member') {
      throw new OtherUse();
    }
    // a getter, perhaps with its name bound
    this.#carry(boundOf(of), carried);
  }

  #member(node: MemberExpression, carried: Carried): void {
    const { parent } = node;
    if (parent?.type === 'AssignmentExpression' && parent.left === node) return;
    if (parent?.type === 'UnaryExpression' && parent.operator !== 'delete') return;
    const name = writtenName(node);
    const isCalled = parent?.type === 'CallExpression' && parent.callee === node;
    if (carried.kind === 'descriptor') {
      if (/^(?:enumerable|configurable|writable)$/.test(name ?? '') && !isCalled) return;
      if (!/^[gs]et$/.test(name ?? '') || !isTested(node)) throw new OtherUse();
      return;
    }
    if (carried.kind !== 'whole') throw new OtherUse();
    if (isCalled && /^(?:hasOwnProperty|propertyIsEnumerable)$/.test(name ?? '')) return;
    if (name === '__esModule' && !isCalled) return;
    if (name === 'default' && !isCalled) return this.#carry(node, whole);
    const key = node.computed ? copyKeyOf(node.property) : undefined;
    if (key === undefined) throw new OtherUse();
    this.#carry(node, { kind: 'member', key: key.key });
  }

  #property(property: Property | AssignmentProperty, node: AnyNode, carried: Carried): void {
    const literal = property.parent;
    if (property.value !== node || literal?.type !== 'ObjectExpression') throw new OtherUse();
    const name = writtenName(property);
    if (carried.kind === 'whole' && /^(?:default|__proto__)$/.test(name ?? '')) {
      return this.#carry(literal, whole);
    }
    if (!/^(?:get|value)$/.test(name ?? '')) throw new OtherUse();
    if (carried.kind === 'member') {
      return this.#carry(literal, { kind: 'descriptor', key: carried.key });
    }
    const call = literal.parent;
    if (call?.type !== 'CallExpression' || call.arguments[2] !== literal) throw new OtherUse();
    const [target, key] = call.arguments;
    if (builtinOf(call.callee) !== 'Object.defineProperty' || !target || !key) throw new OtherUse();
    this.#define({ target, key }, carried);
  }

  #argument(call: CallExpression, node: AnyNode, carried: Carried): void {
    if (call.callee === node) throw new OtherUse();
    const at = call.arguments.findIndex((each) => each === node);
    if (call.arguments.slice(0, at).some(({ type }) => type === 'SpreadElement')) {
      throw new OtherUse();
    }
    if (carried.kind === 'whole' && isLook(call, this.#index)) return;
    const { callee } = call;
    if (callee.type === 'ThisExpression' && carried.kind === 'whole') {
      this.#loads = true;
      return this.#carry(call, whole);
    }
    const builtin = builtinOf(callee);
    if (builtin !== undefined) return this.#builtin({ call, builtin, at }, carried);
    if (carried.kind === 'whole' && this.#keeps(call, at)) return;
    const name = at === 0 ? nameOfGetter(call, this.#index) : undefined;
    if (name !== undefined) return this.#carry(call, { kind: 'member', key: name });
    this.#call({ call, at }, carried);
  }

  /** Handles a call of a cache of the helper's own; false for any other call. */
  #keeps(call: CallExpression, at: number): boolean {
    const { callee } = call;
    const name = callee.type === 'MemberExpression' ? (writtenName(callee) ?? '') : '';
    const isKept =
      callee.type === 'MemberExpression' &&
      /^(?:get|has|set)$/.test(name) &&
      isOwnCache(callee.object, { helper: this.#helper, index: this.#index });
    if (!isKept) return false;
    const key = parameterOf(variableOf(call.arguments[0]));
    const isGiven = key?.of === this.#helper && key.at === 0;
    if (name === 'get') this.#carry(call, whole);
    // what is kept for another key comes out where nobody looks
    else if (name === 'set' && at === 1 && !isGiven) throw new OtherUse();
    return true;
  }

  #builtin(of: { call: CallExpression; builtin: string; at: number }, carried: Carried): void {
    const use = useOfBuiltin(of, carried);
    if (use === null) throw new OtherUse();
    if (use.carries !== undefined) this.#carry(of.call, use.carries);
    if (use.fills !== undefined) this.#fill(use.fills);
    if (use.defines !== undefined) this.#define(use.defines, carried);
  }

  /** Handles a call of another helper. */
  #call({ call, at }: { call: CallExpression; at: number }, carried: Carried): void {
    const others = this.#helpers.calledBy(call.callee);
    const { callee } = call;
    const name = callee.type === 'MemberExpression' ? writtenName(callee) : undefined;
    if (others === null || /^(?:call|apply|bind)$/.test(name ?? '')) throw new OtherUse();
    const key =
      carried.kind === 'member'
        ? call.arguments.findIndex((each) => copyKeyOf(each)?.key === carried.key)
        : undefined;
    if (key === -1 || (carried.kind !== 'member' && carried.kind !== 'whole')) throw new OtherUse();
    for (const each of others) {
      const helper = this.#helpers.of(each, at, key);
      if (helper === null || helper.loads) throw new OtherUse();
      if (this.#helpers.isMoved(each, call.callee)) throw new OtherUse();
      if ([...helper.without].some((nth) => call.arguments.length > nth)) throw new OtherUse();
      for (const nth of helper.targets) {
        const target = call.arguments[nth];
        if (target !== undefined) this.#fill(target);
      }
      if (helper.returns) this.#carry(call, whole);
    }
  }
}
