import type { AnyNode, Identifier } from 'acorn';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { treeIdentifier } from '../syntax/syntax.ts';
import type { TextEdits } from './text-edits.ts';

/** All places of a text where a name that it declares stands, but for the names of functions and classes. */
export function usesOf(name: Identifier): Identifier[] {
  const { identifiers = [], references = [] } = name.variable ?? {};
  const all = [...identifiers, ...references.map(({ identifier }) => identifier)];
  return [name, ...all.map(treeIdentifier)].filter(({ parent }) => !isNamed(parent));
}

function isNamed(node: AnyNode | undefined): boolean {
  return node?.type === 'FunctionDeclaration' || node?.type === 'ClassDeclaration';
}

/**
 * Names globals so that variables of the file around a text can't be meant; false where that can't be written.
 *
 * @param names identifiers of a text that mean globals
 */
export function nameGlobals(
  names: readonly Identifier[],
  { edits, around }: { edits: TextEdits; around: ParsedCode },
): boolean {
  const { declared } = around;
  const others = names.filter(({ name }) => declared.has(name));
  if (others.length === 0) return true;
  if (declared.has('globalThis')) return false;
  nameAsMembers(others, { edits, of: 'globalThis' });
  return true;
}

/** Writes identifiers as members of an object. */
export function nameAsMembers(
  names: readonly Identifier[],
  { edits, of }: { edits: TextEdits; of: string },
): void {
  for (const node of new Set(names)) {
    const holder = node.parent?.type === 'AssignmentPattern' ? node.parent.parent : node.parent;
    const isShort = holder?.type === 'Property' && holder.shorthand;
    edits.insert(node.start, isShort ? `${node.name}: ${of}.` : `${of}.`);
  }
}
