import type { AnyNode } from 'acorn';
import type { Variable } from 'eslint-scope';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { newTargetsIn } from './self-naming.ts';
import { type Class, placeInClass } from '../values/place-in-class.ts';

/** Where a class has `this`, `super` or `new.target`, and for what. */
export interface PlaceOfThis {
  node: AnyNode;
  isStatic: boolean;
}

/** Where classes read `this`, `super` and `new.target`. */
export class ClassParts {
  readonly #places = new Map<AnyNode, PlaceOfThis[]>();

  constructor(codes: readonly ParsedCode[]) {
    for (const code of codes) {
      const { nodes } = code;
      for (const node of newTargetsIn(code)) this.#add(node, true);
      for (const node of nodes.thises) this.#add(node);
      for (const node of nodes.members) {
        if (node.type === 'MemberExpression' && node.object.type === 'Super')
          this.#add(node.object);
      }
    }
  }

  #add(node: AnyNode, isOfClass = false): void {
    const place = placeInClass(node);
    if (place === undefined) return;
    const others = this.#places.get(place.of) ?? [];
    this.#places.set(place.of, others);
    others.push({ node, isStatic: place.isStatic || isOfClass });
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
