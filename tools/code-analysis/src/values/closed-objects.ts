import type { AnyNode } from 'acorn';
import type { CodeIndex } from '../syntax/code-index.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { bare, enclosingFunction, treeNode } from '../syntax/syntax.ts';
import { type CodeAround, isClass, ObjectUses, ofEveryObject, type Reads } from './object-uses.ts';
import { isWrittenAgain } from './only-read.ts';
import { type Class, placeInClass } from './place-in-class.ts';

/**
 * Objects with which nothing is done but to read, set and call members by their names, wherever they go. What
 * such an object holds goes to these reads and nowhere else. Of all other objects, properties are followed by
 * their names alone.
 */
export class ClosedObjects {
  readonly #by: CodeAround;
  readonly #index: CodeIndex;
  readonly #codes: readonly ParsedCode[];
  readonly #known = new Map<AnyNode, Reads | null>();
  #thises: Map<AnyNode, AnyNode[]> | undefined;

  constructor(of: CodeAround & { codes: readonly ParsedCode[] }) {
    this.#by = of;
    this.#index = of.index;
    this.#codes = of.codes;
  }

  /**
   * The reads of a property that is set by an assignment, in a literal or in a class.
   *
   * @returns null where the object isn't known, or may be read in another way
   */
  readsOf(set: AnyNode, name: string): readonly AnyNode[] | null {
    const object = ofEveryObject.test(name) ? undefined : holderOf(set);
    if (object === undefined) return null;
    const reads = this.#of(object);
    return reads && (reads.get(name) ?? []);
  }

  #of(object: AnyNode): Reads | null {
    const known = this.#known.get(object);
    if (known !== undefined) return known;
    // as long as it is looked at, nothing is known of it: objects may hold each other
    this.#known.set(object, null);
    const uses = new ObjectUses({
      ...this.#by,
      thisesOf: (of) => this.#thisesOf(of),
      readsOf: (set, name) => this.readsOf(set, name),
    });
    const isClosed =
      object.type === 'ObjectExpression'
        ? !this.#hasThis(object) && uses.takeLiteral(object)
        : isClass(object) && uses.takeClass(object);
    const reads = isClosed && !this.#isEvaluated(object) ? uses.reads() : null;
    this.#known.set(object, reads);
    return reads;
  }

  #hasThis(object: AnyNode): boolean {
    const thises = this.#codeOf(object)?.nodes.thises;
    return thises?.some((each) => each.start > object.start && each.end < object.end) ?? true;
  }

  /** True in a file with `eval`, whose text may read any variable, and where code says what `instanceof` does. */
  #isEvaluated(object: AnyNode): boolean {
    if (this.#index.reads.has('hasInstance')) return true;
    return this.#codeOf(object)?.unbound.has('eval') ?? true;
  }

  #codeOf(object: AnyNode): ParsedCode | undefined {
    let top = object;
    while (top.parent !== undefined) top = top.parent;
    return this.#codes.find(({ tree }) => tree === top);
  }

  #thisesOf(of: AnyNode): readonly AnyNode[] {
    if (this.#thises === undefined) {
      this.#thises = new Map();
      for (const { nodes } of this.#codes) {
        for (const node of nodes.thises) {
          const place = placeInClass(node);
          if (place === undefined) continue;
          this.#thises.set(place.of, [...(this.#thises.get(place.of) ?? []), node]);
        }
      }
    }
    return this.#thises.get(of) ?? [];
  }
}

/** The literal that a property is set of, or the class of whose instances it is set. */
function holderOf(set: AnyNode): AnyNode | undefined {
  if (set.type === 'Property') {
    return set.parent?.type === 'ObjectExpression' ? set.parent : undefined;
  }
  if (set.type === 'PropertyDefinition') {
    return set.static ? undefined : placeInClass(set)?.of;
  }
  if (set.type !== 'MemberExpression') return undefined;
  const object = bare(set.object);
  if (object.type === 'ThisExpression') return madeBy(object);
  if (object.type !== 'Identifier' || object.variable === undefined) return undefined;
  const { variable } = object;
  if (variable.defs.length !== 1 || isWrittenAgain(variable)) return undefined;
  const made = treeNode(variable.references.find((each) => each.init === true)?.writeExpr);
  const isInit =
    made?.parent?.type === 'VariableDeclarator' && made.parent.id.type === 'Identifier';
  return isInit && made.type === 'ObjectExpression' ? made : undefined;
}

/** The class whose constructor has a `this`: it is a new instance there, and nothing else. */
function madeBy(node: AnyNode): Class | undefined {
  let of = enclosingFunction(node);
  while (of?.type === 'ArrowFunctionExpression') of = enclosingFunction(of);
  const method = of?.parent;
  const isMade = method?.type === 'MethodDefinition' && method.kind === 'constructor';
  return isMade ? placeInClass(node)?.of : undefined;
}
