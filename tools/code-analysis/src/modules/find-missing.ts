import type { AnyNode, CallExpression } from 'acorn';
import { isBuiltin } from 'node:module';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { resolveFile } from './resolve-file.ts';

/** An imported module that isn't part of the analysed code. */
export interface UnknownImport {
  /** Name as written: `left-pad`, `./data`. */
  module: string;
  node: AnyNode;
}

/**
 * Finds modules that entry files load on start, and that neither the package nor Node or the app provides.
 * Imports in conditions, `try` blocks and functions are ignored, because they may be meant to fail.
 */
export function findMissing(
  codes: ReadonlyMap<string, ParsedCode>,
  entries: readonly string[],
): UnknownImport[] {
  const missing: UnknownImport[] = [];
  const waiting = entries.flatMap(
    (entry) => resolveFile(codes, { from: '', name: `./${entry}` }) ?? [],
  );
  const seen = new Set(waiting);
  for (const code of waiting) {
    for (const { module, node } of importsOf(code)) {
      const file = resolveFile(codes, { from: code.path, name: module });
      if (file === undefined && !isBrought(module)) missing.push({ module, node });
      if (file === undefined || seen.has(file)) continue;
      seen.add(file);
      waiting.push(file);
    }
  }
  return missing;
}

const brought =
  /^(?:@orchestra\/(?:api|raycast-compat|vscode-compat)|@raycast\/(?:api|utils)|vscode|react(?:\/jsx-(?:dev-)?runtime)?|[a-z]+:.*)$/;

function isBrought(module: string): boolean {
  return isBuiltin(module) || brought.test(module);
}

function importsOf({ tree, unbound }: ParsedCode): UnknownImport[] {
  const statements = tree.body.flatMap((node): UnknownImport[] => {
    const isImport =
      node.type === 'ImportDeclaration' ||
      node.type === 'ExportAllDeclaration' ||
      node.type === 'ExportNamedDeclaration';
    return isImport && node.source ? [{ module: String(node.source.value), node }] : [];
  });
  const calls = (unbound.get('require') ?? []).flatMap(({ parent }): UnknownImport[] => {
    if (parent?.type !== 'CallExpression' || !isAlwaysRun(parent)) return [];
    const [argument] = parent.arguments;
    const isText = argument?.type === 'Literal' && typeof argument.value === 'string';
    return isText ? [{ module: String(argument.value), node: parent }] : [];
  });
  return [...statements, ...calls];
}

const mayNotRun = /^(?:Arrow|Function|Try|If|Conditional|Logical|Switch|While|For)/;

function isAlwaysRun(call: CallExpression): boolean {
  for (let at = call.parent; at !== undefined; at = at.parent) {
    if (mayNotRun.test(at.type)) return false;
  }
  return true;
}
