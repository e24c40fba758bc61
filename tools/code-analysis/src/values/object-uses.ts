import type { AnyNode, CallExpression, MemberExpression, NewExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import { isOnlyTested } from '../apis/api-use.ts';
import { builtinOf } from '../apis/builtins.ts';
import { type CodeIndex, isExported } from '../syntax/code-index.ts';
import { argumentsOf } from '../syntax/inside-function.ts';
import {
  bare,
  enclosingFunction,
  type FunctionNode,
  treeIdentifier,
  treeNode,
  writtenName,
} from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import type { Callees } from './callees.ts';
import { isWrittenAgain } from './only-read.ts';
import { type Class, placeInClass } from './place-in-class.ts';

/** The reads of an object's properties, by their names. */
export type Reads = ReadonlyMap<string, readonly AnyNode[]>;

/** What is known of the code around objects. */
export interface CodeAround {
  index: CodeIndex;
  callees: Callees;
  /** True for a function that gives back the module that it is given. */
  isInterop: (of: FunctionNode) => boolean;
}

/** Likewise, with what is known of other objects. */
interface ObjectsAround extends CodeAround {
  /** What is `this` in a class, of which it is an instance. */
  thisesOf: (of: AnyNode) => readonly AnyNode[];
  /** The reads of a property that is set; null where they aren't known. */
  readsOf: (set: AnyNode, name: string) => readonly AnyNode[] | null;
}

/** Most expressions that are looked at for one object. */
const mostUses = 400;

/** Members by which an object leads to more than its own properties. */
export const ofEveryObject =
  /^(?:__\w+__|constructor|prototype|then|toJSON|toString|toLocaleString|valueOf|exports|default|\d+)$/;

/** What is done with one object. Each `take` is false where that isn't known. */
export class ObjectUses {
  readonly #by: ObjectsAround;
  readonly #index: CodeIndex;
  readonly #callees: Callees;
  readonly #seen = new Set<AnyNode | Variable>();
  readonly #reads = new Map<string, AnyNode[]>();
  readonly #called = new Set<string>();
  /** Names of properties that may hold a function which has the object as `this`. */
  readonly #set = new Set<string>();
  #steps = 0;

  constructor(of: ObjectsAround) {
    this.#by = of;
    this.#index = of.index;
    this.#callees = of.callees;
  }

  /** The reads; null where a property that code sets is called as well. */
  reads(): Reads | null {
    return [...this.#called].some((name) => this.#set.has(name)) ? null : this.#reads;
  }

  takeLiteral(literal: AnyNode): boolean {
    if (literal.type !== 'ObjectExpression') return false;
    for (const each of literal.properties) {
      const name = each.type === 'Property' ? writtenName(each) : undefined;
      if (each.type !== 'Property' || name === undefined || each.kind !== 'init') return false;
      if (ofEveryObject.test(name)) return false;
      this.#noteSet(name, each.value);
    }
    return this.#use(literal);
  }

  /** Takes a class with its bases and those that extend it: all instances are made by `new`. */
  takeClass(of: Class): boolean {
    if (this.#seen.has(of)) return true;
    this.#seen.add(of);
    if (of.superClass) {
      const [definition] = variableOf(of.superClass)?.defs ?? [];
      const base = classOf(treeNode(definition?.node));
      if (base === undefined || !this.takeClass(base)) return false;
    }
    const thises = this.#by.thisesOf(of);
    for (const member of of.body.body) {
      if (member.type === 'StaticBlock') return false;
      // a setter takes what is set
      if (member.type === 'MethodDefinition' && member.kind === 'set') return false;
      const name = writtenName(member);
      if (name === undefined || name.startsWith('__')) return false;
      if (member.type === 'PropertyDefinition' && member.value) this.#noteSet(name, member.value);
    }
    if (thises.some((node) => placeInClass(node)?.isStatic !== false)) return false;
    return thises.every((node) => this.#use(node)) && this.#useClass(of);
  }

  #useClass(of: Class): boolean {
    const { parent } = of;
    if (parent?.type === 'NewExpression' && parent.callee === of) return this.#use(parent);
    const init = parent?.type === 'VariableDeclarator' && parent.init === of ? parent.id : null;
    if (of.type === 'ClassExpression' && init === null) return false;
    return [of.id, init].every((name) => !name || this.#useClassName(name));
  }

  #useClassName(name: AnyNode): boolean {
    const variable = variableOf(name);
    if (variable === undefined || isExported(variable)) return false;
    return variable.references.every((each) => {
      if (each.isWrite()) return each.init === true;
      const use = treeIdentifier(each.identifier);
      const { parent } = use;
      if (parent?.type === 'NewExpression') return parent.callee === use && this.#use(parent);
      return parent !== undefined && isClass(parent) && parent.superClass === use
        ? this.takeClass(parent)
        : false;
    });
  }

  /** Notes what a property may hold that has the object as `this` when it is called. */
  #noteSet(name: string, value: AnyNode): void {
    const isArrow = bare(value).type === 'ArrowFunctionExpression';
    const isMethod = value.type === 'FunctionExpression' && value.parent?.type === 'Property';
    if (!isArrow && !isMethod && bare(value).type !== 'Literal') this.#set.add(name);
  }

  #use(node: AnyNode): boolean {
    this.#steps += 1;
    if (this.#steps > mostUses) return false;
    if (this.#seen.has(node) || isOnlyTested(node)) return true;
    this.#seen.add(node);
    const { parent } = node;
    switch (parent?.type) {
      case 'ExpressionStatement':
        return true;
      case 'ParenthesizedExpression':
      case 'ChainExpression':
      case 'ConditionalExpression':
      case 'LogicalExpression':
        return this.#use(parent);
      case 'SequenceExpression':
        return parent.expressions.at(-1) !== node || this.#use(parent);
      case 'MemberExpression':
        return parent.object === node && this.#member(parent);
      case 'VariableDeclarator':
        return parent.init === node && this.#target(parent.id);
      case 'AssignmentExpression':
        if (parent.right !== node || parent.operator !== '=') return false;
        return (
          (parent.left.type === 'Identifier'
            ? this.#target(parent.left)
            : this.#held(parent.left)) && this.#use(parent)
        );
      case 'Property':
        return parent.value === node && this.#held(parent);
      case 'ArrowFunctionExpression':
        return this.#given(parent);
      case 'ReturnStatement':
        return this.#given(enclosingFunction(parent));
      case 'CallExpression':
      case 'NewExpression':
        return parent.callee !== node && this.#argument(parent, node);
      default:
        return false;
    }
  }

  #member(member: MemberExpression): boolean {
    const name = writtenName(member);
    if (name === undefined || ofEveryObject.test(name) || this.#index.changed.has(name))
      return false;
    const { parent } = member;
    if (parent?.type === 'AssignmentExpression' && parent.left === member) {
      this.#noteSet(name, parent.right);
      return parent.operator === '=';
    }
    if (parent?.type === 'TaggedTemplateExpression') return false;
    const call = parent?.type === 'ChainExpression' ? parent.parent : parent;
    if (call?.type === 'CallExpression' && bare(call.callee) === member) this.#called.add(name);
    this.#reads.set(name, [...(this.#reads.get(name) ?? []), member]);
    return true;
  }

  /** Handles an object that is a property of another one: of a closed one, all reads of it are known. */
  #held(set: AnyNode): boolean {
    const isNamed = set.type === 'MemberExpression' || set.type === 'Property';
    const name = isNamed ? writtenName(set) : undefined;
    const reads = name === undefined ? null : this.#by.readsOf(set, name);
    return reads?.every((read) => this.#use(read)) ?? false;
  }

  #target(target: AnyNode): boolean {
    const variable = target.type === 'Identifier' ? target.variable : undefined;
    if (variable === undefined || isExported(variable)) return false;
    if (this.#seen.has(variable)) return true;
    this.#seen.add(variable);
    return variable.references.every((each) => {
      return !each.isRead() || this.#use(treeIdentifier(each.identifier));
    });
  }

  /** Handles what a function returns. */
  #given(of: FunctionNode | undefined): boolean {
    if (of === undefined || of.async || of.generator) return false;
    const calls = this.#index.callersOf(of);
    return calls?.every((call) => this.#use(call)) ?? false;
  }

  #argument(call: CallExpression | NewExpression, node: AnyNode): boolean {
    const at = call.arguments.findIndex((each) => each === node);
    if (call.arguments.slice(0, at).some(({ type }) => type === 'SpreadElement')) return false;
    const { callee } = call;
    const name = callee.type === 'MemberExpression' ? writtenName(callee) : undefined;
    if (/^(?:call|apply|bind)$/.test(name ?? 'call') && callee.type === 'MemberExpression')
      return false;
    if (this.#isOfEditor(callee)) return true;
    const functions = this.#callees.of(callee);
    return (
      functions !== null &&
      functions.every((each) => {
        const parameter = each.params[at];
        if (each.type !== 'ArrowFunctionExpression' && argumentsOf(each).length > 0) return false;
        if (parameter === undefined) return each.params.at(-1)?.type !== 'RestElement';
        return this.#target(parameter);
      }) &&
      functions.length > 0
    );
  }

  /** True for `vscode.….register…`, which calls methods of what it is given, and for `….subscriptions.push`. */
  #isOfEditor(callee: AnyNode): boolean {
    if (callee.type !== 'MemberExpression') return false;
    const name = writtenName(callee) ?? '';
    const of = bare(callee.object);
    if (name === 'push' && of.type === 'MemberExpression' && writtenName(of) === 'subscriptions') {
      return this.#index.reads.get('subscriptions')?.every(isPushedTo) ?? false;
    }
    let root = of;
    while (root.type === 'MemberExpression') root = bare(root.object);
    return /^register[A-Z]/.test(name) && this.#isEditor(root);
  }

  /** True for a variable that holds the module of the editor, and nothing else. */
  #isEditor(node: AnyNode): boolean {
    const variable = variableOf(node);
    const [definition, ...others] = variable?.defs ?? [];
    if (variable === undefined || definition === undefined || others.length > 0) return false;
    if (isWrittenAgain(variable)) return false;
    const by = treeNode(definition.node);
    const imported = by?.parent;
    if (imported?.type === 'ImportDeclaration') return imported.source.value === 'vscode';
    return by?.type === 'VariableDeclarator' && by.id.type === 'Identifier' && !!by.init
      ? this.#isEditorModule(bare(by.init))
      : false;
  }

  #isEditorModule(node: AnyNode): boolean {
    if (node.type !== 'CallExpression') return false;
    const [given] = node.arguments;
    if (builtinOf(node.callee) === 'require') {
      return given?.type === 'Literal' && given.value === 'vscode';
    }
    const helpers = this.#callees.of(node.callee) ?? this.#index.functionsOf(node.callee) ?? [];
    const isHelper = helpers.length > 0 && helpers.every((each) => this.#by.isInterop(each));
    return isHelper && given !== undefined && this.#isEditorModule(bare(given));
  }
}

/** True for `context.subscriptions.push(…)`, which only keeps what it is given. */
function isPushedTo(read: AnyNode): boolean {
  const { parent } = read;
  return (
    read.type === 'MemberExpression' &&
    parent?.type === 'MemberExpression' &&
    parent.object === read &&
    writtenName(parent) === 'push' &&
    parent.parent?.type === 'CallExpression' &&
    parent.parent.callee === parent
  );
}

/** The class that a declaration makes. */
function classOf(node: AnyNode | undefined): Class | undefined {
  const made = node?.type === 'VariableDeclarator' ? node.init : node;
  return made && isClass(made) ? made : undefined;
}

/** True for a class with or without a name. */
export function isClass(node: AnyNode): node is Class {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}
