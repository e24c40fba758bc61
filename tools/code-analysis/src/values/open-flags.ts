import type { AnyNode } from 'acorn';
import type { Permission } from '@orchestra/core';
import type { CodeIndex } from '../syntax/code-index.ts';
import { bare } from '../syntax/syntax.ts';

/** True for what opens a file of Node's, by the id of the API. */
export function opensFile(id: string): boolean {
  return /^fs(?:\/promises)?:(?:promises\.)?open(?:Sync)?$/.test(id);
}

/** What opening a file needs, by its flags. */
export function permissionsToOpen(node: AnyNode, index: CodeIndex): Permission[] {
  let callee = node;
  while (callee.parent !== undefined && bare(callee.parent) === bare(node)) callee = callee.parent;
  const call = callee.parent;
  const isCall = call?.type === 'CallExpression' && call.callee === callee;
  const flags = isCall ? call.arguments[1] : undefined;
  if (isCall && flags === undefined) return ['filesystem.read'];
  const texts = flags === undefined ? null : index.strings(flags);
  if (texts?.every((text) => /^rs?$/.test(text))) return ['filesystem.read'];
  if (texts?.every((text) => /^(?:w|a)x?s?$|^as$/.test(text))) return ['filesystem.write'];
  return ['filesystem.read', 'filesystem.write'];
}
