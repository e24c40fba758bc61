import type { AnyNode } from 'acorn';
import type { Permission } from '@orchestra/core';
import type { CodeIndex } from '../syntax/code-index.ts';
import { bare } from '../syntax/syntax.ts';

/** True for functions of Node that open a file, by API id. */
export function opensFile(id: string): boolean {
  return /^fs(?:\/promises)?:(?:promises\.)?open(?:Sync)?$/.test(id);
}

/** The permissions that opening a file needs, according to its flags. */
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
