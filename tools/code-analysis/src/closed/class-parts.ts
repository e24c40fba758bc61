import type { AnyNode, Super, ThisExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { type Class, placeInClass } from '../values/place-in-class.ts';

/** Where a class has `this` or `super`, and for what. */
export interface PlaceOfThis {
  node: ThisExpression | Super;
  isStatic: boolean;
}

/** Where classes read `this` and `super`. */
export class ClassParts {
  readonly #places = new Map<AnyNode, PlaceOfThis[]>();

  constructor(codes: readonly ParsedCode[]) {
    for (const { nodes } of codes) {
      for (const node of nodes.thises) this.#add(node);
      for (const node of nodes.members) {
        if (node.type === 'MemberExpression' && node.object.type === 'Super')
          this.#add(node.object);
      }
    }
  }

  #add(node: ThisExpression | Super): void {
    const place = placeInClass(node);
    if (place === undefined) return;
    const others = this.#places.get(place.of) ?? [];
    this.#places.set(place.of, others);
    others.push({ node, isStatic: place.isStatic });
  }

  placesOf(of: AnyNode): readonly PlaceOfThis[] {
    return this.#places.get(of) ?? [];
  }
}

/** The variables that hold a class or a function by its own name, outside and inside of it. */
export function ownNames(of: AnyNode): Variable[] {
  const id = 'id' in of && of.id?.type === 'Identifier' ? of.id : null;
  return [id?.variable, id?.inner].filter((each) => each !== undefined);
}

/** True for a class with or without a name. */
export function isClass(node: AnyNode | null | undefined): node is Class {
  return node?.type === 'ClassDeclaration' || node?.type === 'ClassExpression';
}
