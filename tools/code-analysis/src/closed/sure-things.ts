import type { AnyNode, CallExpression, Identifier, MemberExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import { builtinOf } from '../apis/builtins.ts';
import { returnedBy } from '../syntax/inside-function.ts';
import { bare, type FunctionNode, isFunction, treeNode, writtenName } from '../syntax/syntax.ts';
import { functionOfThis } from '../trace/this-of-function.ts';
import { isList } from './list-uses.ts';
import { ofEveryObject } from './names.ts';
import { isInWith, maySetArguments } from '../values/only-read.ts';
import { placeInClass } from '../values/place-in-class.ts';
import { setsMembers } from './copy-writes.ts';
import { functionsOf } from './functions-of.ts';
import { writesOf } from './plain-writes.ts';
import type { Module } from './module-uses.ts';
import type { Round } from './round.ts';
import type { Put } from '../values/put-values.ts';
import type { Thing } from './thing.ts';

const none: ReadonlySet<Thing> = new Set();

/**
 * The things that an expression is one of, or nothing at all, as long as these are closed.
 *
 * @returns null where it may be anything else
 */
export function sureThings(round: Round, written: AnyNode, depth = 0): ReadonlySet<Thing> | null {
  const found = knownThings(round, written, { depth });
  return found && [...found].every((each) => !round.isOpen(each)) ? found : null;
}

/**
 * The things that an expression is one of, or nothing at all; what becomes of these is another question.
 *
 * @returns null where it may be anything else
 */
export function knownThings(
  round: Round,
  written: AnyNode,
  { depth = 0, within = new Set() }: { depth?: number; within?: Set<AnyNode> } = {},
): ReadonlySet<Thing> | null {
  const node = bare(written);
  // what leads to itself adds nothing
  if (within.has(node)) return none;
  if (!round.mayLook(depth)) return null;
  within.add(node);
  const found = new Sure(round, { depth: depth + 1, within }).of(node);
  within.delete(node);
  return found;
}

/** What code gives a property of an expression; null where that isn't known. */
export function sureValues(
  round: Round,
  of: { object: AnyNode; name: string },
  depth = 0,
): AnyNode[] | null {
  const things = sureThings(round, of.object, depth);
  if (things === null) return null;
  if (ofEveryObject.test(of.name) && of.name !== 'default') return null;
  const found: AnyNode[] = [];
  for (const thing of things) {
    for (const value of valuesOf(round, thing, of.name)) {
      if (value === undefined) return null;
      found.push(value);
    }
  }
  return found;
}

/** What code gives a property of a thing, also an inherited one. */
export function valuesOf(
  round: Round,
  thing: Thing,
  name: string,
  within = new Set<Thing>(),
): Put[] {
  if (within.has(thing)) return [];
  within.add(thing);
  const uses = round.usesOf(thing);
  const others = [...uses.includes, ...round.families.basesOf(thing)];
  return [
    ...(uses.puts.get(name) ?? []),
    ...others.flatMap((each) => valuesOf(round, each, name, within)),
  ];
}

/** The function, the position and the default of a parameter that only calls give a value; null for others. */
function givenParameter(
  variable: Variable,
): { of: FunctionNode; at: number; otherwise: AnyNode | undefined } | null {
  const [def] = variable.defs;
  const of = treeNode(def?.node);
  const name = treeNode(def?.name);
  if (!isFunction(of) || name === undefined || maySetArguments(variable)) return null;
  const at = of.params.findIndex((each) => {
    return (each.type === 'AssignmentPattern' ? each.left : each) === name;
  });
  const parameter = of.params[at];
  if (parameter === undefined) return null;
  const otherwise = parameter.type === 'AssignmentPattern' ? parameter.right : undefined;
  const isWritten = variable.references.some((each) => {
    return each.isWrite() && (otherwise === undefined || treeNode(each.writeExpr) !== otherwise);
  });
  return isWritten ? null : { of, at, otherwise };
}

class Sure {
  readonly #round: Round;
  readonly #depth: number;
  readonly #within: Set<AnyNode>;

  constructor(round: Round, { depth, within }: { depth: number; within: Set<AnyNode> }) {
    this.#round = round;
    this.#depth = depth;
    this.#within = within;
  }

  of(node: AnyNode): ReadonlySet<Thing> | null {
    const { things, modules } = this.#round.around;
    const own = modules.ownedBy(node);
    if (own !== undefined) return this.#ofModule(own, node);
    switch (node.type) {
      case 'Identifier':
        return this.#ofIdentifier(node);
      case 'ThisExpression':
        return this.#ofThis(node);
      case 'MemberExpression':
        return this.#ofMember(node);
      case 'CallExpression':
        return this.#ofCall(node);
      case 'ArrayExpression':
        return new Set([things.of('list', node)]);
      case 'NewExpression': {
        if (isList(node)) return new Set([things.of('list', node)]);
        const classes = this.#next(node.callee);
        return classes && this.#instances(classes);
      }
      case 'AssignmentExpression':
        return node.operator === '=' ? this.#next(node.right) : this.#all([node.left, node.right]);
      case 'LogicalExpression':
        return this.#round.isOwnHelper(node)
          ? this.#next(node.right)
          : this.#all([node.left, node.right]);
      case 'ConditionalExpression':
        return this.#all([node.consequent, node.alternate]);
      case 'ObjectExpression':
        return new Set([things.of('literal', node)]);
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
      case 'ClassExpression':
        return new Set([things.of('function', node)]);
      case 'Literal':
      case 'TemplateLiteral':
      case 'UnaryExpression':
      case 'UpdateExpression':
      case 'BinaryExpression':
        return none;
      default:
        return null;
    }
  }

  /** `module.exports` may be what is exported as a whole. */
  #ofModule(module: Module, node: AnyNode): ReadonlySet<Thing> | null {
    const wholes = node.type === 'MemberExpression' ? this.#all(module.wholes) : none;
    return wholes && new Set([...wholes, this.#round.around.things.exports(module)]);
  }

  #next(node: AnyNode): ReadonlySet<Thing> | null {
    return knownThings(this.#round, node, { depth: this.#depth, within: this.#within });
  }

  #all(nodes: readonly AnyNode[]): ReadonlySet<Thing> | null {
    const found = new Set<Thing>();
    for (const node of nodes) {
      const things = this.#next(node);
      if (things === null) return null;
      for (const each of things) found.add(each);
    }
    return found;
  }

  #instances(classes: ReadonlySet<Thing>): ReadonlySet<Thing> | null {
    const found = new Set<Thing>();
    for (const each of classes) {
      if (each.kind !== 'function') return null;
      found.add(this.#round.around.things.of('instance', each.of));
    }
    return found;
  }

  #ofIdentifier(node: Identifier): ReadonlySet<Thing> | null {
    const { variable } = node;
    if (variable === undefined) return node.name === 'undefined' ? none : null;
    if (this.#round.mayBeEvaluated(node)) return null;
    const [def, ...others] = variable.defs;
    if (def === undefined || others.length > 0 || isInWith(node)) return null;
    const definition = treeNode(def.node);
    const name = treeNode(def.name);
    if (definition === undefined || name === undefined) return null;
    switch (def.type) {
      case 'FunctionName':
      case 'ClassName': {
        const isWritten = variable.references.some((each) => each.isWrite());
        return isWritten ? null : new Set([this.#round.around.things.of('function', definition)]);
      }
      case 'Variable':
        return this.#ofVariable(variable, name);
      case 'Parameter':
        return this.#ofParameter(variable);
      default:
        return null;
    }
  }

  /** A parameter of a function whose calls are all known. */
  #ofParameter(variable: Variable): ReadonlySet<Thing> | null {
    const parameter = givenParameter(variable);
    const owner = parameter && this.#callee(parameter.of);
    if (parameter === null || owner === null) return null;
    const { calls } = this.#round.usesOf(owner);
    if (this.#round.isOpen(owner)) return null;
    const given: AnyNode[] = parameter.otherwise === undefined ? [] : [parameter.otherwise];
    for (const call of calls) {
      const before = call.arguments.slice(0, parameter.at + 1);
      if (before.some(({ type }) => type === 'SpreadElement')) return null;
      given.push(...before.slice(parameter.at));
    }
    return this.#all(given);
  }

  /** What is called where a function is: itself, or the class whose constructor it is. Null for what others call. */
  #callee(of: FunctionNode): Thing | null {
    const { things } = this.#round.around;
    const { parent } = of;
    if (parent?.type === 'Property' && parent.kind !== 'init') return null;
    if (parent?.type !== 'MethodDefinition') return things.of('function', of);
    if (parent.kind === 'method') {
      return writtenName(parent) === undefined ? null : things.of('function', of);
    }
    const made = parent.parent?.parent;
    if (parent.kind !== 'constructor' || made === undefined) return null;
    const own = things.of('function', made);
    return this.#round.families.of(own).size === 1 ? own : null;
  }

  #ofVariable(variable: Variable, name: AnyNode): ReadonlySet<Thing> | null {
    if (name.parent?.type === 'Property') return this.#ofPattern(variable, name.parent);
    const values = writesOf(variable, name);
    return values && this.#all(values);
  }

  /** `const { name } = object` */
  #ofPattern(
    variable: Variable,
    property: AnyNode & { type: 'Property' },
  ): ReadonlySet<Thing> | null {
    const pattern = property.parent;
    const declarator = pattern?.parent;
    const name = writtenName(property);
    if (declarator?.type !== 'VariableDeclarator' || declarator.id !== pattern) return null;
    if (!declarator.init || name === undefined || property.value.type !== 'Identifier') return null;
    if (variable.references.filter((each) => each.isWrite()).length !== 1) return null;
    const values = sureValues(this.#round, { object: declarator.init, name }, this.#depth);
    return values && this.#all(values);
  }

  #ofThis(node: AnyNode): ReadonlySet<Thing> | null {
    const { things } = this.#round.around;
    const place = placeInClass(node);
    const of = functionOfThis(node);
    if (of === 'top') return null;
    if (of !== undefined && this.#round.distrusted.loose.has(of)) return null;
    if (place !== undefined) {
      const family = this.#round.families.of(things.of('function', place.of));
      return this.#closed(place.isStatic ? family : this.#instances(family));
    }
    if (of === undefined) return null;
    // what it makes is known once it is followed
    this.#round.usesOf(things.of('function', of));
    const made = things.of('instance', of);
    if (this.#round.isMade(made)) {
      return this.#closed(this.#instances(this.#round.families.of(things.of('function', of))));
    }
    const methods = this.#round.families.methodOf(of);
    return methods.size === 0 ? null : this.#closed(methods);
  }

  /** Code that nobody knows may call methods of an open object with another one. */
  #closed(things: ReadonlySet<Thing> | null): ReadonlySet<Thing> | null {
    return things && [...things].some((each) => this.#round.isOpen(each)) ? null : things;
  }

  #ofMember(node: MemberExpression): ReadonlySet<Thing> | null {
    const name = writtenName(node);
    if (name === undefined) return null;
    const values = sureValues(this.#round, { object: node.object, name }, this.#depth);
    if (values === null) return null;
    // a namespace that a helper made: its default is the module itself
    if (name === 'default' && values.length === 0) return this.#next(node.object);
    return this.#all(values);
  }

  #ofCall(node: CallExpression): ReadonlySet<Thing> | null {
    const { modules, things } = this.#round.around;
    const loaded = modules.loadedBy(node);
    if (loaded.length > 0) {
      const wholes = this.#all(loaded.flatMap((each) => each.wholes));
      const others = loaded.filter((each) => each.wholes.length === 0);
      return wholes && new Set([...wholes, ...others.map((each) => things.exports(each))]);
    }
    const [first] = node.arguments;
    const builtin = builtinOf(node.callee);
    if (builtin !== undefined && first !== undefined && givesFirst.test(builtin)) {
      return this.#next(first);
    }
    const bound = isBind(node) ? this.#next(node.callee.object) : null;
    if (bound && [...bound].every((each) => this.#hasOwnBind(each))) return bound;
    const functions = functionsOf(this.#round, node.callee, this.#depth);
    if (functions === null || functions.length === 0) return null;
    if (first !== undefined && functions.every((each) => this.#isCopy(each)))
      return this.#next(first);
    if (functions.some((each) => each.async || each.generator)) return null;
    return this.#all(functions.flatMap(returnedBy));
  }

  /** True for a function with the language's `bind`. */
  #hasOwnBind(thing: Thing): boolean {
    if (thing.kind !== 'function' || this.#round.around.index.changed.has('bind')) return false;
    return valuesOf(this.#round, thing, 'bind').length === 0;
  }

  /** True for a helper that gives back a namespace or a copy of one: `__importStar(module)`. */
  #isCopy(of: FunctionNode): boolean {
    const helper = this.#round.around.copies.of(of, 0);
    if (helper === null || !helper.returns || helper.targets.size > 0 || helper.loads) return false;
    return !setsMembers(of, 0);
  }
}

/** True for `f.bind(object)`, which takes what `f` takes. */
function isBind(node: CallExpression): node is CallExpression & { callee: MemberExpression } {
  const { callee, arguments: given } = node;
  if (callee.type !== 'MemberExpression' || writtenName(callee) !== 'bind') return false;
  return given.length <= 1 && given[0]?.type !== 'SpreadElement';
}

const givesFirst = /^Object\.(?:freeze|seal|preventExtensions|defineProperty)$/;
