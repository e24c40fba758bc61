import type { AnyNode, CallExpression } from 'acorn';
import type { Permission } from '@orchestra/core';
import { bare, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import type { Tracer } from '../trace/tracer.ts';
import { beginOf } from '../values/computed-path.ts';
import { writtenTo } from '../values/only-read.ts';
import { isSurelyApi } from './sure-api.ts';

/**
 * What opening an address needs, where that can be told: `network` for a page of the web, `filesystem.read` for a
 * file.
 *
 * @returns null for an address of an unknown kind
 */
export function permissionsOfAddress(
  tracer: Tracer,
  written: AnyNode,
): readonly Permission[] | null {
  const node = bare(onlyValueOf(written) ?? written);
  if (node.type !== 'CallExpression') return ofText(tracer, node);
  const [first] = node.arguments;
  const maker = makerOf(tracer, node);
  if (maker === 'file') return ['filesystem.read'];
  return maker === 'parse' && first !== undefined ? ofText(tracer, first) : null;
}

/** What a variable holds that is read once, so that nothing changes the address before. */
function onlyValueOf(node: AnyNode): AnyNode | undefined {
  const variable = variableOf(node);
  if (variable?.defs[0]?.type !== 'Variable') return undefined;
  const [only, ...others] = writtenTo(variable);
  const reads = variable.references.filter((reference) => reference.isRead());
  return others.length === 0 && reads.length === 1 ? only : undefined;
}

function ofText(tracer: Tracer, node: AnyNode): readonly Permission[] | null {
  const { index } = tracer.code;
  const texts = index.strings(node) ?? [beginOf(index, node)];
  return texts.every((text) => /^(?:https?:\/\/|mailto:)/i.test(text)) ? ['network'] : null;
}

/** The name of the function of `vscode.Uri` that makes an address. */
function makerOf(tracer: Tracer, { callee }: CallExpression): string | undefined {
  const made = bare(callee);
  if (made.type !== 'MemberExpression') return undefined;
  const uri = bare(made.object);
  if (uri.type !== 'MemberExpression' || writtenName(uri) !== 'Uri') return undefined;
  const isSure = isSurelyApi(tracer, uri.object) && isEditor(tracer, uri.object);
  return isSure ? writtenName(made) : undefined;
}

function isEditor(tracer: Tracer, node: AnyNode): boolean {
  const editor = tracer.code.apis.modules.get('vscode');
  return [...tracer.valuesOf(node)].every((value) => value.kind !== 'api' || value.node === editor);
}
