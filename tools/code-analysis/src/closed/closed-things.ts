import type { AnyNode, CallExpression, MemberExpression } from 'acorn';
import { bare, type FunctionNode, isFunction, writtenName } from '../syntax/syntax.ts';
import { isList } from './list-uses.ts';
import { ofEveryObject } from './names.ts';
import { placeInClass } from '../values/place-in-class.ts';
import { type Around, type CodeOfThings, makeAround } from './around.ts';
import { isClass } from './class-parts.ts';
import { type Distrusted, Round, TooManyFlows } from './round.ts';
import { handsOnPrototypes } from './shared-prototypes.ts';
import { seesFrames } from './self-naming.ts';
import { knownThings, sureThings, sureValues } from './sure-things.ts';
import type { Thing } from './thing.ts';
import { isCalled } from './use-thing.ts';

/** Members of all objects that the language calls. */
const ofLanguage = ['then', 'toJSON', 'toLocaleString', 'toString', 'valueOf'];

/** How often things are followed again, each time with fewer that are trusted. */
const mostRounds = 20;

/**
 * Objects of which all uses are known, wherever they go: exports of modules, functions and classes, what `new`
 * makes of them, and objects that are written out. What such an object holds goes to its reads and nowhere
 * else; of all other objects, properties are followed by their names alone.
 *
 * All are believed to be closed at first, and followed. Those with a use that isn't known are open, and so is all
 * that depends on them: it is looked at again without them, until nothing more is found to be open.
 */
export class ClosedThings {
  readonly #code: CodeOfThings;
  #made: Around | undefined;
  #round: Round | null | undefined;

  constructor(code: CodeOfThings) {
    this.#code = code;
  }

  get #around(): Around {
    this.#made ??= makeAround(this.#code);
    return this.#made;
  }

  /**
   * The reads of a property that is set by an assignment, in a literal or in a class.
   *
   * @returns null where the object isn't known, or may be read in another way
   */
  readsOf(set: AnyNode, name: string): readonly AnyNode[] | null {
    const round = this.#settled();
    if (round === null) return null;
    const holders = this.#holdersOf(round, set);
    if (holders === null || holders.size === 0) return null;
    if (ofEveryObject.test(name) || this.#around.index.changed.has(name)) return null;
    const found = new Set<AnyNode>();
    for (const each of holders) {
      if (round.isOpen(each)) return null;
      for (const read of round.usesOf(each).reads.get(name) ?? []) found.add(read);
    }
    return [...found];
  }

  /** All calls that load a module of a bundle; null for any other function, and where they aren't known. */
  loadsOf(wrapper: FunctionNode): readonly AnyNode[] | null {
    return this.#around.modules.loadsOf(wrapper);
  }

  /** The parameters of setters that take what a property is set to. */
  takersOf(set: AnyNode, name: string): readonly AnyNode[] {
    const round = this.#settled();
    const holders = round && this.#holdersOf(round, set);
    return [...(holders ?? [])].flatMap((holder) =>
      (round?.setters ?? []).flatMap((setter) => {
        const isOwn = setter.name === name && round?.families.inherits(holder, setter.thing);
        return isOwn === true ? [setter.parameter] : [];
      }),
    );
  }

  /** The expressions that a member may be, or a call that loads a module; null where it may be others. */
  valuesOf(node: MemberExpression | CallExpression): AnyNode[] | null {
    const round = this.#settled();
    if (round === null) return null;
    if (node.type === 'CallExpression') return this.#exportedBy(node);
    const name = writtenName(node);
    if (name === undefined) return null;
    const values = sureValues(round, { object: node.object, name });
    return values && values.length > 0 ? withoutBeginnings(values) : null;
  }

  /** What the modules export as a whole of which a call loads one. */
  #exportedBy(call: CallExpression): AnyNode[] | null {
    const modules = this.#around.modules.loadedBy(call);
    const isKnown = modules.every(({ wholes, isOpen }) => wholes.length > 0 && !isOpen);
    return modules.length > 0 && isKnown ? modules.flatMap(({ wholes }) => wholes) : null;
  }

  #holdersOf(round: Round, set: AnyNode): ReadonlySet<Thing> | null {
    const { things } = this.#around;
    if (set.type === 'Property') {
      const literal = set.parent;
      if (literal?.type !== 'ObjectExpression') return null;
      return new Set([things.of('literal', literal)]);
    }
    if (set.type === 'PropertyDefinition' || set.type === 'MethodDefinition') {
      const place = placeInClass(set);
      if (place === undefined) return null;
      const family = round.families.of(things.of('function', place.of));
      return place.isStatic
        ? family
        : new Set(
            [...family].flatMap((each) =>
              each.kind === 'exports' ? [] : things.of('instance', each.of),
            ),
          );
    }
    if (set.type !== 'MemberExpression') return null;
    return sureThings(round, set.object);
  }

  /** Finds out which things are closed, where that isn't known yet. */
  settle(): void {
    this.#settled();
  }

  /** The last round, in which all that is believed is so; null where there is none. */
  #settled(): Round | null {
    if (this.#round !== undefined) return this.#round;
    // what is asked for meanwhile is found by names
    this.#round = null;
    const { codes, index } = this.#around;
    if (index.reads.has('hasInstance') || handsOnPrototypes(codes)) return null;
    if (seesFrames(index)) return null;
    if (ofLanguage.some((name) => index.changed.has(name))) return null;
    const { handedOn } = this.#around;
    if (['Object', 'Function', 'Reflect', 'Symbol'].some((name) => handedOn.has(name))) return null;
    const distrusted: Distrusted = {
      open: new Set(),
      handedOn: new Set(),
      loose: new Set(),
    };
    try {
      for (let rounds = 0; rounds < mostRounds; rounds += 1) {
        const round = new Round(this.#around, distrusted);
        this.#startAll(round);
        round.run();
        loosen(round);
        if (round.isShaken) continue;
        round.end();
        return (this.#round = round);
      }
    } catch (error) {
      if (!(error instanceof TooManyFlows)) throw error;
    }
    return null;
  }

  #startAll(round: Round): void {
    const { modules, things, codes } = this.#around;
    for (const module of modules.all) round.usesOf(things.exports(module));
    for (const { nodes } of codes) {
      for (const node of nodes.functions) {
        round.usesOf(things.of('function', node));
        if (isClass(node)) round.usesOf(things.of('instance', node));
      }
      for (const node of nodes.objects) {
        if (node.type === 'ObjectExpression') round.usesOf(things.of('literal', node));
        else if (isList(node)) round.usesOf(things.of('list', node));
      }
    }
  }
}

/** Values without `exports.a = exports.b = void 0`, with which TypeScript begins, where there are others. */
function withoutBeginnings(values: AnyNode[]): AnyNode[] {
  const others = values.filter((each) => {
    let value = bare(each);
    while (value.type === 'AssignmentExpression') value = bare(value.right);
    return value.type !== 'UnaryExpression' || value.operator !== 'void';
  });
  return others.length > 0 ? others : values;
}

/** Finds functions whose `this` may be another object than that whose methods they are, or which they make. */
function loosen(round: Round): void {
  for (const { of, node } of round.around.thises) {
    const known = knownThings(round, node);
    const isOther = [...round.flowsTo(node)].some((each) => known?.has(each) === false);
    if (isOther) round.loosen(of);
  }
  for (const [thing, { puts, reads, calls }] of round.followed) {
    if (thing.kind !== 'instance' && thing.kind !== 'function') continue;
    const { of } = thing;
    const isMade = round.isMade(round.around.things.of('instance', of));
    if (isFunction(of) && isMade && [...calls].some(({ type }) => type !== 'NewExpression'))
      round.loosen(of);
    for (const [name, values] of puts) {
      const methods = values.flatMap((value) =>
        value !== undefined && hasOwnThis(value) ? [value] : [],
      );
      if (methods.length === 0) continue;
      const isExtracted = reads.get(name)?.some((read) => !isCalled(read)) === true;
      if (isExtracted) for (const each of methods) round.loosen(each);
    }
  }
}

function hasOwnThis(node: AnyNode): node is FunctionNode {
  return isFunction(node) && node.type !== 'ArrowFunctionExpression';
}
