import type { AnyNode, CallExpression, MemberExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import { exportedByModule } from '../modules/module-function.ts';
import { builtinOf } from '../apis/builtins.ts';
import type { CodeIndex } from '../syntax/code-index.ts';
import { importedName, superClassOf } from '../syntax/code-index.ts';
import { returnedBy } from '../syntax/inside-function.ts';
import { joinKnown } from './join-known.ts';
import {
  bare,
  type FunctionNode,
  isFunction,
  treeIdentifier,
  treeNode,
  writtenName,
} from '../syntax/syntax.ts';
import { parameterOf } from '../syntax/variables.ts';
import { argumentGiven, givesFirst } from './argument-given.ts';
import { classOfThis } from './class-of-this.ts';
import { constructorOf, isOfLoop } from './constructor-of.ts';
import { maySetArguments } from './only-read.ts';
import type { Put, PutValues } from './put-values.ts';
import { takenFrom } from './taken-items.ts';

const mostDepth = 12;

/** Most values of one name that are looked at. */
const mostPuts = 20;

/** Most expressions that are looked at for one call. */
const mostSteps = 5000;

/** Most functions that a call is followed into. */
const mostFunctions = 200;

/** Finds what a member of a closed object may be, or a call that loads a module; null for others. */
export type ValuesOf = (node: MemberExpression | CallExpression) => AnyNode[] | null;

/** Finds all functions that a call may call: where it finds any, no other function can be called there. */
export class Callees {
  readonly #index: CodeIndex;
  readonly #known = new Map<AnyNode | Variable | string, FunctionNode[] | null>();
  readonly #putValues: () => PutValues;
  readonly #valuesOf: ValuesOf | undefined;
  readonly #within = new Set<AnyNode | Variable | string>();
  #isCyclic = false;
  #steps = 0;

  constructor(of: { index: CodeIndex; puts: () => PutValues; valuesOf?: ValuesOf }) {
    this.#index = of.index;
    this.#putValues = of.puts;
    this.#valuesOf = of.valuesOf;
  }

  /** All functions that an expression may be; null where it may be others. */
  of(written: AnyNode): FunctionNode[] | null {
    this.#steps = 0;
    // by itself: asked for within a circle it would be found again and again
    if (!this.#known.has('')) this.#ofUnnamed(0);
    const found = this.#once(written, () => this.#find(written, 0));
    return found && found.length <= mostFunctions ? found : null;
  }

  /** The functions that code gives a name, as far as they are known. */
  named(name: string): FunctionNode[] {
    this.#steps = 0;
    return this.#putValues()
      .of(name)
      .flatMap((value) => this.#ofPut(value, 0) ?? []);
  }

  /** The functions that set a property of that name; `any` for those of names that nobody knows. */
  settersOf(name: string): { named: FunctionNode[]; any: FunctionNode[] } {
    this.#steps = 0;
    const find = (each: AnyNode) => this.#find(each, 0) ?? [];
    return {
      named: this.#putValues().settersOf(name).flatMap(find),
      any: this.#putValues().unnamedSetters.flatMap(find),
    };
  }

  /** The expressions that code gives a name; none where they are too many. */
  putUnder(name: string): Put[] {
    const puts = this.#putValues().of(name);
    return puts.length > mostPuts ? [] : [...puts];
  }

  /** Finds what is asked for once. Where it leads to itself, it adds nothing. */
  #once(of: AnyNode | Variable | string, find: () => FunctionNode[] | null): FunctionNode[] | null {
    const known = this.#known.get(of);
    if (known !== undefined) return known;
    if (this.#within.has(of)) {
      this.#isCyclic = true;
      return [];
    }
    this.#within.add(of);
    const found = find();
    const made = found && [...new Set(found)];
    this.#within.delete(of);
    // in a circle, only what was asked for first is complete
    if (!this.#isCyclic || this.#within.size === 0) this.#known.set(of, made);
    if (this.#within.size === 0) this.#isCyclic = false;
    return made;
  }

  #find(written: AnyNode, depth: number): FunctionNode[] | null {
    this.#steps += 1;
    if (depth > mostDepth || this.#steps > mostSteps) return null;
    const node = bare(written);
    const next = depth + 1;
    if (isFunction(node)) return [node];
    switch (node.type) {
      case 'ClassDeclaration':
      case 'ClassExpression':
        return this.#made(node, next);
      case 'ConditionalExpression':
        return this.#all([node.consequent, node.alternate], next);
      case 'LogicalExpression':
        if (node.operator === '&&') return this.#find(node.right, next);
        return joinKnown(
          [this.#ofOptional(node.left, next), this.#find(node.right, next)],
          (each) => each,
        );
      case 'AssignmentExpression':
        return node.operator === '=' ? this.#find(node.right, next) : null;
      case 'Identifier':
        if (node.variable !== undefined) {
          const { variable } = node;
          return this.#once(variable, () => this.#ofVariable(variable, node, next));
        }
        return node.name === 'undefined' ? [] : null;
      case 'MemberExpression':
        return this.#ofMember(node, next);
      case 'CallExpression':
        return this.#ofCall(node, next);
      case 'ThisExpression': {
        const of = classOfThis(node);
        return of && this.#made(of, next);
      }
      case 'Super': {
        const base = superClassOf(node);
        return base === undefined ? null : this.#find(base, next);
      }
      case 'NewExpression':
        return /^(?:Proxy|Function)$/.test(builtinOf(node.callee) ?? 'Proxy') ? null : [];
      case 'Literal':
      case 'TemplateLiteral':
      case 'ObjectExpression':
      case 'ArrayExpression':
      case 'UnaryExpression':
      case 'BinaryExpression':
      case 'UpdateExpression':
        return [];
      default:
        return null;
    }
  }

  /**
   * The functions of what may be missing, where there is another: `this && this.__importStar || function …`,
   * as TypeScript writes it. A property that no code gives a name to isn't there.
   */
  #ofOptional(written: AnyNode, depth: number): FunctionNode[] | null {
    const node = bare(written);
    if (node.type === 'LogicalExpression' && node.operator === '&&') {
      return this.#ofOptional(node.right, depth);
    }
    const name = node.type === 'MemberExpression' ? writtenName(node) : undefined;
    const isMissing = name !== undefined && this.#putValues().of(name).length === 0;
    return isMissing ? this.#ofUnnamed(depth) : this.#find(node, depth);
  }

  /** The constructor of a class, also an inherited one. */
  #made(node: AnyNode, depth: number): FunctionNode[] | null {
    const made = constructorOf(node);
    return made === null ? [] : made === undefined ? null : this.#find(made, depth);
  }

  #ofCall(node: CallExpression, depth: number): FunctionNode[] | null {
    const { callee } = node;
    if (callee.type === 'MemberExpression' && writtenName(callee) === 'bind') {
      return this.#find(callee.object, depth);
    }
    const items = takenFrom(node, this.#index.changed) ?? this.#valuesOf?.(node);
    const exported = items ?? exportedByModule(node);
    if (exported !== null) return this.#all(exported, depth);
    const [first] = node.arguments;
    if (first !== undefined && givesFirst(callee)) return this.#find(first, depth);
    const makers = this.#find(callee, depth);
    if (makers === null || makers.length === 0) return null;
    if (makers.some((maker) => maker.async || maker.generator)) return null;
    return this.#all(
      makers.flatMap(returnedBy).map((given) => argumentGiven(given, { call: node, makers })),
      depth,
    );
  }

  #ofMember(node: MemberExpression, depth: number): FunctionNode[] | null {
    const name = writtenName(node);
    if (name !== undefined && /^(?:call|apply|bind)$/.test(name)) {
      return this.#find(node.object, depth);
    }
    const items = takenFrom(node, this.#index.changed) ?? this.#valuesOf?.(node) ?? null;
    if (items !== null) return this.#all(items, depth);
    const names = name === undefined ? this.#index.strings(node.property) : [name];
    if (names === null || names.length === 0) return null;
    return joinKnown(names, (each) => this.#ofName(each, depth));
  }

  /** The functions that a property of that name may be, on any object; null also where there is none. */
  #ofName(name: string, depth: number): FunctionNode[] | null {
    return this.#once(name, () => {
      // `import run from` a file of CommonJS gives `module.exports`
      const puts = [
        ...this.#putValues().of(name),
        ...(name === 'default' ? this.#putValues().of('exports') : []),
      ];
      const own = joinKnown(puts, (each) => this.#ofPut(each, depth));
      return own && own.length > 0 ? [...own, ...(this.#ofUnnamed(depth) ?? [])] : null;
    });
  }

  #ofPut(value: Put, depth: number): FunctionNode[] | null {
    if (value === undefined) return null;
    const found = this.#find(value, depth + 1);
    // bundlers: { name: () => what }
    const given = isFunction(value) && value.params.length === 0 ? returnedBy(value) : [];
    const [only] = given;
    if (given.length !== 1 || only?.type !== 'Identifier') return found;
    const more = this.#find(only, depth + 1);
    return found && more && [...found, ...more];
  }

  /** Functions that are properties of any name. */
  #ofUnnamed(depth: number): FunctionNode[] | null {
    return this.#once('', () =>
      this.#putValues().unnamed.flatMap((each) => {
        const isOwn = each !== undefined && (isFunction(each) || each.type === 'Identifier');
        return isOwn ? (this.#find(each, depth + 1) ?? []) : [];
      }),
    );
  }

  #ofVariable(variable: Variable, node: AnyNode, depth: number): FunctionNode[] | null {
    const written = joinKnown(variable.references, (reference) => {
      if (!reference.isWrite() || reference.init === true) return [];
      const { parent } = treeIdentifier(reference.identifier);
      if (parent?.type !== 'AssignmentExpression') return null;
      return this.#find(parent.right, depth);
    });
    const defined = joinKnown(variable.defs, ({ node: by, name }) => {
      const definition = treeNode(by);
      const identifier = treeNode(name);
      switch (definition?.type) {
        case 'FunctionDeclaration':
        case 'FunctionExpression':
          if (definition.id === identifier) return [definition];
          break;
        case 'ClassDeclaration':
        case 'ClassExpression':
          return this.#made(definition, depth);
        case 'VariableDeclarator':
          if (definition.id === identifier && !isOfLoop(definition)) {
            return definition.init ? this.#find(definition.init, depth) : [];
          }
          break;
        default:
      }
      const items = takenFrom(node, this.#index.changed);
      if (items !== null) return this.#all(items, depth);
      if (parameterOf(variable) !== null) return this.#ofParameter(variable, depth);
      const imported = importedName(identifier);
      return imported === undefined ? null : this.#ofName(imported, depth);
    });
    return written && defined && [...written, ...defined];
  }

  /** The functions that all calls of a function give it. */
  #ofParameter(variable: Variable, depth: number): FunctionNode[] | null {
    const parameter = parameterOf(variable);
    if (parameter === null || parameter.at === -1 || maySetArguments(variable)) return null;
    const calls = this.#index.callersOf(parameter.of);
    if (calls === null) return null;
    return joinKnown(calls, (call) => {
      const given = call.arguments.slice(0, parameter.at + 1);
      if (given.some(({ type }) => type === 'SpreadElement')) return null;
      const argument = given[parameter.at];
      return argument === undefined ? [] : this.#find(argument, depth);
    });
  }

  #all(nodes: readonly AnyNode[], depth: number): FunctionNode[] | null {
    return joinKnown(nodes, (node) => this.#find(node, depth));
  }
}
