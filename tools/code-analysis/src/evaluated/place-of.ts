import type { AnyNode } from 'acorn';
import type { ParsedCode } from '../syntax/parse-code.ts';

/** The file of the package in which a node stands, and where; or what runs the text in which it stands. */
export function placeOf(
  code: ParsedCode | undefined,
  node: AnyNode,
): { path: string; offset: number } {
  if (code?.ranBy !== undefined) return code.ranBy;
  const offset = code?.grafts?.originOf(node.start) ?? node.start;
  return { path: code?.path ?? '', offset };
}
