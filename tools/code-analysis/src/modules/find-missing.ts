import type { AnyNode } from 'acorn';
import type { FormatFault, MissingModule } from '@orchestra/core';
import { isBuiltin } from 'node:module';
import type { ModuleFormat } from '../loading/known.ts';
import { runLoads } from '../loading/load-run.ts';
import type { PackageFiles } from '../loading/package-files.ts';
import { findStarted } from '../loading/started-files.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';

/** A place in the code, instead of one in a text. */
type At<T> = Omit<T, 'place'> & { node: AnyNode };

/** What keeps the code of a package from being loaded. */
export interface LoadFindings {
  missing: At<MissingModule>[];
  misformatted: { what: FormatFault; node: AnyNode }[];
}

/**
 * Finds what keeps the entry files and all files that they load or start from being loaded.
 *
 * @param by.requiresEntries true where the app loads entry files by `require`
 */
export function findMissing(
  codes: ReadonlyMap<string, ParsedCode>,
  by: { entries: readonly string[]; files: PackageFiles; requiresEntries: boolean },
): LoadFindings {
  const { entries, files, requiresEntries } = by;
  const found: LoadFindings = { missing: [], misformatted: [] };
  const reached = new Map<string, { isCertain: boolean; isRequired: boolean }>();
  const waiting: string[] = [];
  const reach = (path: string, how: { isCertain: boolean; isRequired: boolean }) => {
    const known = reached.get(path);
    const isNew =
      known === undefined ||
      (how.isCertain && !known.isCertain) ||
      (how.isRequired && !known.isRequired);
    if (!isNew || !codes.has(path)) return;
    reached.set(path, {
      isCertain: how.isCertain || known?.isCertain === true,
      isRequired: how.isRequired || known?.isRequired === true,
    });
    waiting.push(path);
  };
  for (const entry of entries) {
    const resolved = files.resolve(`./${entry}`, { from: '', format: 'cjs' });
    if (resolved.kind === 'file')
      reach(resolved.path, { isCertain: true, isRequired: requiresEntries });
  }
  for (const path of waiting) {
    const code = codes.get(path);
    if (code === undefined) continue;
    for (const started of findStarted(code, (one) => codes.has(one))) {
      reach(started, { isCertain: true, isRequired: false });
    }
    const format = formatOf(code, files);
    for (const load of runLoads(code, format).loads) {
      const at = { from: path, format: isStatic(load.node) ? format : ('cjs' as const) };
      if (isProvided(load.module)) continue;
      const resolved = files.resolve(
        load.module,
        load.node.type === 'ImportExpression' ? { ...at, format: 'esm' } : at,
      );
      if (resolved.kind === 'missing') continue;
      const isCertain = load.isCertain && reached.get(path)?.isCertain === true;
      const isRequired =
        load.node.type === 'CallExpression' ||
        (isStatic(load.node) && reached.get(path)?.isRequired === true);
      reach(resolved.path, { isCertain, isRequired });
    }
  }
  for (const [path, how] of reached) {
    const code = codes.get(path);
    if (code !== undefined) collect(found, { code, files, ...how });
  }
  return found;
}

function collect(
  found: LoadFindings,
  of: { code: ParsedCode; files: PackageFiles; isCertain: boolean; isRequired: boolean },
): void {
  const { code, files } = of;
  const format = formatOf(code, files);
  const { loads, commonjs } = runLoads(code, format);
  for (const { module, node, isCertain } of loads) {
    if (isProvided(module)) continue;
    const isEsm = (format === 'esm' && isStatic(node)) || node.type === 'ImportExpression';
    const resolved = files.resolve(module, { from: code.path, format: isEsm ? 'esm' : 'cjs' });
    if (resolved.kind === 'file') continue;
    const { instead } = resolved;
    found.missing.push({
      module,
      node,
      isCertain: isCertain && of.isCertain,
      ...(instead === undefined ? {} : { instead }),
    });
  }
  if (!of.isCertain) return;
  const written = esmSyntax(code);
  if (format === 'cjs' && written !== undefined)
    found.misformatted.push({ what: 'esm-in-commonjs', node: written });
  const [first] = commonjs;
  if (format === 'esm' && first !== undefined)
    found.misformatted.push({ what: 'commonjs-in-esm', node: first });
  const awaited = of.isRequired && format === 'esm' ? topAwait(code) : undefined;
  if (awaited !== undefined) found.misformatted.push({ what: 'await-in-required', node: awaited });
}

/** How Node loads a file: what its name and its manifest leave open, its syntax decides. */
function formatOf(code: ParsedCode, files: PackageFiles): ModuleFormat {
  return files.formatOf(code.path) ?? (esmSyntax(code) === undefined ? 'cjs' : 'esm');
}

/** The first statement that only an ES module has. */
function esmSyntax({ tree }: ParsedCode): AnyNode | undefined {
  return tree.body.find((node) => /^(?:Import|Export)\w*Declaration$/.test(node.type));
}

/** The first `await` at the top of a file. */
function topAwait(code: ParsedCode): AnyNode | undefined {
  return code.nodes.topAwaits[0];
}

function isStatic({ type }: AnyNode): boolean {
  return /^(?:Import|Export)\w*Declaration$/.test(type);
}

const provided =
  /^(?:@orchestra\/(?:api|raycast-compat|vscode-compat)|@raycast\/(?:api|utils)|vscode|react(?:\/jsx-(?:dev-)?runtime)?|(?:data|file|blob):.*)$/;

function isProvided(module: string): boolean {
  return isBuiltin(module) || provided.test(module);
}
