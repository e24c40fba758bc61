import type { AnyNode, CallExpression, MemberExpression, NewExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import { isOnlyTested } from '../apis/api-use.ts';
import { builtinOf, isGlobal } from '../apis/builtins.ts';
import { loadsOfExported } from '../modules/module-function.ts';
import {
  isReadFrom,
  isMember,
  isGlobalsDescriptor,
  calledAs,
  isInExport,
} from './function-places.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';
import { mayBeMissing } from '../values/may-be-missing.ts';
import type { CodeIndex } from '../syntax/code-index.ts';
import { isTarget } from '../syntax/changed-builtins.ts';
import {
  enclosingFunction,
  type FunctionNode,
  isFunction,
  treeIdentifier,
  treeNode,
  writtenName,
} from '../syntax/syntax.ts';

/**
 * How a function may be called without an object: by this call, by an engine or a library (`plainly`), or
 * perhaps, because it goes where nobody can tell.
 */
export type PlainUse = CallExpression | NewExpression | 'plainly' | 'perhaps';

const mostDepth = 8;

/** Functions that call what they are given without an object, and the argument that says with which one. */
const callsBack = new Map([
  ...['every', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex'].map(withObject(1)),
  ...['flatMap', 'forEach', 'map', 'some'].map(withObject(1)),
  ...['from', 'registerCommand', 'registerTextEditorCommand'].map(withObject(2)),
  ...['groupBy', 'reduce', 'reduceRight', 'replace', 'replaceAll', 'sort', 'toSorted'].map(plain),
  ...['catch', 'finally', 'nextTick', 'queueMicrotask', 'then'].map(plain),
  ...['requestAnimationFrame', 'requestIdleCallback'].map(plain),
  ...['setImmediate', 'setInterval', 'setTimeout'].map(plain),
]);

function withObject(at: number) {
  return (name: string) => [name, at] as const;
}

function plain(name: string) {
  return [name, -1] as const;
}

/** Names of exports that hosts call, some of them with the global object. */
const calledByHosts = /^(?:activate|deactivate|default|exports)$/;

/** Finds how functions are called without an object. Of methods, all that has their names counts. */
export class PlainUses {
  readonly #index: CodeIndex;
  readonly #common = new Map<string, boolean>();

  constructor(index: CodeIndex) {
    this.#index = index;
  }

  of(called: FunctionNode): ReadonlySet<PlainUse> {
    const finder = new UseFinder(this.#index, (name) => this.#isCommonAndPlain(name));
    finder.ofFunction(called);
    return finder.found;
  }

  /**
   * Whether methods of a name that many functions have are read without being called. Undefined for a name that
   * few functions have.
   */
  #isCommonAndPlain(name: string): boolean | undefined {
    if ((this.#index.functions.get(name)?.length ?? 0) <= mostNamed) return undefined;
    const known = this.#common.get(name);
    if (known !== undefined) return known;
    const finder = new UseFinder(this.#index, () => false);
    finder.ofReads(this.#index.reads.get(name) ?? [], { depth: 0 });
    const isPlain = finder.found.size > 0;
    this.#common.set(name, isPlain);
    return isPlain;
  }
}

/** Most functions of a name whose uses are told apart from those of others. */
const mostNamed = 1;

class UseFinder {
  readonly #index: CodeIndex;
  readonly #isCommonAndPlain: (name: string) => boolean | undefined;
  readonly #seen = new Set<AnyNode | Variable | string>();
  /** The calls that give the function to others, by those. */
  readonly #given = new Map<FunctionNode, Set<CallExpression>>();
  /** Calls by `call` and its like, which say what `this` is. */
  readonly #withObject = new Map<CallExpression, string>();
  readonly found = new Set<PlainUse>();

  constructor(index: CodeIndex, isCommonAndPlain: (name: string) => boolean | undefined) {
    this.#index = index;
    this.#isCommonAndPlain = isCommonAndPlain;
  }

  ofFunction(called: FunctionNode): void {
    if (called.type !== 'ArrowFunctionExpression') this.#variable(called.id?.variable, 0);
    if (called.parent?.type === 'ExportDefaultDeclaration') this.found.add('plainly');
    if (called.type !== 'FunctionDeclaration') this.#use(called, 0);
    this.#judgeObjects();
  }

  /**
   * Notes what is done with what properties of a name hold. What isn't read from the very object that has the
   * function may be another function.
   */
  ofReads(reads: readonly AnyNode[], by: { depth: number; holder?: AnyNode }): void {
    const others: AnyNode[] = [];
    for (const read of reads) {
      if (by.holder !== undefined && isReadFrom(read, by.holder)) this.#read(read, by.depth);
      else others.push(read);
    }
    if (others.length === 0) return;
    const finder =
      by.holder === undefined ? this : new UseFinder(this.#index, this.#isCommonAndPlain);
    for (const read of others) finder.#read(read, by.depth);
    finder.#judgeObjects();
    if (finder !== this && finder.found.size > 0) this.found.add('perhaps');
  }

  #read(read: AnyNode, depth: number): void {
    if (read.type === 'Property') {
      const { value } = read;
      this.#target(value.type === 'AssignmentPattern' ? value.left : value, depth);
    } else if (read.type === 'MemberExpression' && !isTarget(read) && !isOnlyTested(read)) {
      const call = read.parent;
      const isCalled = call?.type === 'CallExpression' && call.callee === read;
      if (isCalled && isGlobal(read.object)) this.found.add(call);
      if (!isCalled) this.#use(read, depth + 1);
    }
  }

  /** Notes what is done with an expression that may be the function. */
  #use(node: AnyNode, depth: number): void {
    if (this.#seen.has(node)) return;
    this.#seen.add(node);
    if (depth > mostDepth) return void this.found.add('perhaps');
    const { parent } = node;
    const next = depth + 1;
    switch (parent?.type) {
      case 'ChainExpression':
      case 'ParenthesizedExpression':
      case 'AwaitExpression':
        return this.#use(parent, next);
      case 'SequenceExpression':
        return parent.expressions.at(-1) === node ? this.#use(parent, next) : undefined;
      case 'ConditionalExpression':
        return parent.test === node ? undefined : this.#use(parent, next);
      case 'LogicalExpression':
        return this.#use(parent, next);
      case 'CallExpression':
      case 'NewExpression':
        if (parent.callee !== node) return this.#argument(parent, node, next);
        // `o?.f()` is a call of a method
        if (parent.type === 'CallExpression' && !isMember(node)) this.found.add(parent);
        return;
      case 'TaggedTemplateExpression':
        if (parent.tag === node && !isMember(node)) this.found.add('plainly');
        return;
      case 'MemberExpression':
        return parent.object === node ? this.#ownMember(parent) : undefined;
      case 'VariableDeclarator':
        return parent.init === node ? this.#target(parent.id, next) : undefined;
      case 'AssignmentExpression':
        if (parent.right !== node) return;
        this.#target(parent.left, next, node);
        return this.#use(parent, next);
      case 'AssignmentPattern':
        return parent.right === node ? this.#target(parent.left, next) : undefined;
      case 'Property':
        return this.#property(parent, next);
      case 'ArrowFunctionExpression':
      case 'ReturnStatement':
        return this.#result(parent, node, next);
      case 'ExportDefaultDeclaration':
        return void this.found.add('plainly');
      case 'ExpressionStatement':
      case 'UnaryExpression':
      case 'BinaryExpression':
      case 'IfStatement':
      case 'MethodDefinition':
      case 'ClassDeclaration':
      case 'ClassExpression':
        return;
      default:
        this.found.add('perhaps');
    }
  }

  #variable(variable: Variable | undefined, depth: number): void {
    if (variable === undefined || this.#seen.has(variable)) return;
    this.#seen.add(variable);
    for (const reference of variable.references) {
      if (reference.isRead()) this.#use(treeIdentifier(reference.identifier), depth + 1);
    }
    const isExported = variable.identifiers.some((each) => isInExport(treeNode(each)));
    if (isExported) this.found.add(calledByHosts.test(variable.name) ? 'plainly' : 'perhaps');
  }

  #target(target: AnyNode, depth: number, exported = target): void {
    if (target.type === 'Identifier') {
      if (target.variable !== undefined) return this.#variable(target.variable, depth);
      return this.#named(target.name, target, depth);
    }
    if (target.type !== 'MemberExpression') return void this.found.add('perhaps');
    const name = writtenName(target);
    if (name === undefined) return void this.found.add('perhaps');
    const loads = name === 'exports' ? loadsOfExported(exported) : null;
    for (const load of loads ?? []) this.#use(load, depth);
    if (loads !== null) return;
    if (calledByHosts.test(name)) this.found.add('plainly');
    // all objects have it, also the global one
    if (builtinOf(target.object) === 'Object.prototype') this.found.add('plainly');
    this.#named(name, target.object, depth);
  }

  #property(property: AnyNode & { type: 'Property' }, depth: number): void {
    const literal = property.parent;
    const name = writtenName(property);
    if (literal?.type !== 'ObjectExpression' || name === undefined) {
      return void this.found.add('perhaps');
    }
    if (isGlobalsDescriptor(literal)) return void this.found.add('plainly');
    if (property.kind !== 'init') return;
    if (calledByHosts.test(name)) this.found.add('perhaps');
    this.#named(name, literal, depth);
  }

  /** Notes what is done with methods of a name: a method that is read without being called has no object. */
  #named(name: string, holder: AnyNode, depth: number): void {
    if (this.#seen.has(name)) return;
    this.#seen.add(name);
    const reads = this.#index.reads.get(name) ?? [];
    const isPlain = this.#isCommonAndPlain(name) ?? reads.every((read) => isTarget(read));
    if (isPlain) return void this.found.add('perhaps');
    const isOne = (this.#index.functions.get(name)?.length ?? 0) <= mostNamed;
    if (isOne) this.ofReads(reads, { depth, holder });
  }

  /** Handles `f.call(x)` and its like. */
  #ownMember(member: MemberExpression): void {
    const written = writtenName(member);
    const names = written === undefined ? this.#index.strings(member.property) : [written];
    if (names === null) return void this.found.add('perhaps');
    const name = names.find((each) => /^(?:call|apply|bind)$/.test(each));
    if (name === undefined) {
      if (names.some((each) => this.#isPatched(each))) this.found.add('perhaps');
      return;
    }
    const call = member.parent;
    if (call?.type !== 'CallExpression' || call.callee !== member) {
      if (!isOnlyTested(member)) this.found.add('plainly');
    } else this.#withObject.set(call, name);
  }

  /** Notes which calls by `call` and its like give no object, once all calls that give the function are known. */
  #judgeObjects(): void {
    for (const [call, name] of this.#withObject) {
      for (const object of this.#objectsOf(call)) {
        if (mayBeMissing(this.#index, object)) this.found.add(name === 'bind' ? 'plainly' : call);
        else if (object?.type === 'ThisExpression') this.found.add('perhaps');
      }
    }
  }

  /** What `this` is by a call: for `(run, self) => run.call(self)`, what the calls say that give it the function. */
  #objectsOf(call: CallExpression): (AnyNode | undefined)[] {
    const [object] = call.arguments;
    const parameter = parameterOf(variableOf(object));
    const calls = parameter === null ? undefined : this.#given.get(parameter.of);
    const written = (variableOf(object)?.references ?? []).flatMap(({ writeExpr }) => {
      return treeNode(writeExpr) ?? [];
    });
    if (parameter === null || parameter.at === -1 || calls === undefined) {
      return [object, ...written];
    }
    const given = [...calls].map(({ arguments: all }) => {
      const before = all.slice(0, parameter.at + 1);
      return before.find(({ type }) => type === 'SpreadElement') ?? before[parameter.at];
    });
    return [...given, ...written];
  }

  /** True for a method that code gives to all functions. */
  #isPatched(name: string): boolean {
    return (this.#index.functions.get(name) ?? []).some(({ parent }) => {
      const left = parent?.type === 'AssignmentExpression' ? parent.left : undefined;
      const holder = left?.type === 'MemberExpression' ? builtinOf(left.object) : undefined;
      return holder === 'Function.prototype' || holder === 'Object.prototype';
    });
  }

  #argument(call: CallExpression | NewExpression, node: AnyNode, depth: number): void {
    const { callee, arguments: given } = call;
    if (call.type === 'NewExpression') {
      return void this.found.add(builtinOf(callee) === 'Promise' ? 'plainly' : 'perhaps');
    }
    const builtin = builtinOf(callee) ?? '';
    if (/^Reflect\.apply$|^Function\.prototype\.(?:call|apply)\.call$/.test(builtin)) {
      const isCalled = node === given[0] && mayBeMissing(this.#index, given[1]);
      return isCalled ? void this.found.add(call) : undefined;
    }
    if (/^(?:Reflect|Object)\.|^(?:String|Boolean|Array\.isArray)$/.test(builtin)) {
      return void this.found.add('perhaps');
    }
    const nth = given.findIndex((argument) => argument === node);
    const name = calledAs(callee);
    const isMoved = isMember(callee) && /^(?:call|apply|bind)$/.test(name ?? '');
    const functions = isMoved ? null : this.#index.functionsOf(callee);
    const at = callsBack.get(name ?? '');
    if (at !== undefined) {
      if (at === -1 || mayBeMissing(this.#index, given[at])) this.found.add('plainly');
    } else if (functions === null) this.found.add('perhaps');
    for (const of of functions ?? []) {
      const parameter = of.params[nth];
      this.#given.set(of, (this.#given.get(of) ?? new Set()).add(call));
      // functions that methods may be by their names
      if (isMember(callee)) this.found.add('perhaps');
      else if (parameter !== undefined) {
        this.#target(parameter.type === 'AssignmentPattern' ? parameter.left : parameter, depth);
      } else this.found.add('perhaps');
    }
  }

  #result(parent: AnyNode, node: AnyNode, depth: number): void {
    const of = parent.type === 'ReturnStatement' ? enclosingFunction(parent) : parent;
    if (!isFunction(of) || (of === parent && of.body !== node)) return;
    const calls = this.#index.callersOf(of);
    if (calls === null || of.generator) return void this.found.add('perhaps');
    for (const call of calls) this.#use(call, depth);
  }
}
