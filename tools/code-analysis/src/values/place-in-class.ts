import type {
  AnonymousClassDeclaration,
  AnyNode,
  ClassDeclaration,
  ClassExpression,
  MethodDefinition,
  PropertyDefinition,
} from 'acorn';
import { isFunction } from '../syntax/syntax.ts';

/** A class with or without a name. */
export type Class = ClassDeclaration | ClassExpression | AnonymousClassDeclaration;

/** The class of a member or of `this`; undefined outside of classes. */
export function placeInClass(member: AnyNode): { of: Class; isStatic: boolean } | undefined {
  let from: AnyNode | undefined;
  for (let at: AnyNode | undefined = member; at !== undefined; at = at.parent) {
    // a computed name belongs to the code around the class
    const isName = isMember(at) && from !== undefined && at.key === from && at.computed;
    if (isMember(at) && !isName) return inClass(at, at.static);
    if (at.type === 'StaticBlock') return inClass(at, true);
    const isOther = isFunction(at) && at.type !== 'ArrowFunctionExpression';
    if (isOther && at.parent?.type !== 'MethodDefinition') return undefined;
    from = at;
  }
  return undefined;
}

function isMember(node: AnyNode): node is PropertyDefinition | MethodDefinition {
  return node.type === 'PropertyDefinition' || node.type === 'MethodDefinition';
}

function inClass(member: AnyNode, isStatic: boolean): { of: Class; isStatic: boolean } | undefined {
  const of = member.parent?.parent;
  const isClass = of?.type === 'ClassDeclaration' || of?.type === 'ClassExpression';
  return isClass ? { of, isStatic } : undefined;
}
