import type { AnyNode } from 'acorn';
import type { Compat, FormatFault, MissingModule } from '@orchestra/core';
import { isBuiltin } from 'node:module';
import type { ModuleFormat } from '../loading/known.ts';
import { type FileLoads, type Load, runLoads } from '../loading/load-run.ts';
import type { ModuleFiles, Resolved } from '../loading/module-files.ts';
import { findStarted } from '../loading/started-files.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';

/** A place in the code, instead of one in a text. */
type At<T> = Omit<T, 'place'> & { node: AnyNode };

/** What keeps the code of a package from being loaded. */
export interface LoadFindings {
  missing: At<MissingModule>[];
  misformatted: { what: FormatFault; node: AnyNode }[];
  /** Paths of files that are started as programs, and that weren't read as code. */
  unread: string[];
}

/**
 * Finds what keeps the entry files and all files that they load or start from being loaded.
 *
 * @param by.compat the kind of extension, which decides what the app provides; VS Code and Raycast load
 *   entry files by `require`
 */
export function findMissing(
  codes: ReadonlyMap<string, ParsedCode>,
  by: { entries: readonly string[]; files: ModuleFiles; compat: Compat },
): LoadFindings {
  const { files, compat } = by;
  const hasNode = compat !== 'native';
  const app = new Reach(codes, { files, provided: provided[compat], hasNode });
  for (const entry of by.entries) {
    const resolved = files.resolve(`./${entry}`, { from: '', format: 'cjs' });
    if (resolved.kind !== 'file') continue;
    app.add(resolved.path, { isCertain: true, isRequired: compat !== 'native' });
  }
  const found = app.follow();
  const program = new Reach(codes, { files, provided: addresses, hasNode: true });
  for (const path of app.programs) program.add(path, { isCertain: true, isRequired: false });
  return merge(found, program.follow(), { mayProvide: mayProvide(codes) });
}

/** Adds what programs lack: they are given nothing by the app. */
function merge(
  app: LoadFindings,
  program: LoadFindings,
  { mayProvide: isUnsure }: { mayProvide: boolean },
): LoadFindings {
  const ofApp = new Map(app.missing.map((each) => [each.node, each]));
  const ofProgram = new Map<AnyNode, LoadFindings['missing'][number]>();
  for (const each of program.missing) {
    const isOfApp = apis.test(each.module);
    const isCertain = each.isCertain && !(isOfApp && isUnsure);
    // what the extension perhaps loads, a program surely may
    if (ofApp.get(each.node)?.isCertain === true || (ofApp.has(each.node) && !isCertain)) continue;
    ofProgram.set(each.node, { ...each, isCertain, ...(isOfApp ? { inProgram: true } : {}) });
  }
  const faults = new Set(app.misformatted.map(({ node }) => node));
  return {
    missing: [...app.missing.filter(({ node }) => !ofProgram.has(node)), ...ofProgram.values()],
    misformatted: [
      ...app.misformatted,
      ...program.misformatted.filter(({ node }) => !faults.has(node)),
    ],
    unread: [...new Set([...app.unread, ...program.unread])],
  };
}

/** True for code that changes how modules are found, and may give a program what the app gives an extension. */
function mayProvide(codes: ReadonlyMap<string, ParsedCode>): boolean {
  return [...codes.values()].some(({ text }) =>
    /_resolveFilename|_load\b|registerHooks/.test(text),
  );
}

/** How a file is reached. */
interface Reached {
  /** False where nothing certain leads to it. */
  isCertain: boolean;
  /** True for `require`, and for what an ES module that is required imports. */
  isRequired: boolean;
}

class Reach {
  readonly #codes: ReadonlyMap<string, ParsedCode>;
  readonly #files: ModuleFiles;
  readonly #provided: RegExp;
  readonly #hasNode: boolean;
  readonly #reached = new Map<string, Reached>();
  readonly #waiting: string[] = [];
  readonly #loaded = new Map<string, FileLoads>();
  readonly #unread = new Set<string>();
  /** Files that are surely started as programs of their own. */
  readonly programs = new Set<string>();

  /**
   * @param by.provided names of modules that aren't looked for
   * @param by.hasNode false in the isolate of native extensions
   */
  constructor(
    codes: ReadonlyMap<string, ParsedCode>,
    by: { files: ModuleFiles; provided: RegExp; hasNode: boolean },
  ) {
    this.#codes = codes;
    this.#files = by.files;
    this.#provided = by.provided;
    this.#hasNode = by.hasNode;
  }

  add(path: string, how: Reached): void {
    if (!this.#codes.has(path)) return;
    const known = this.#reached.get(path);
    const all = {
      isCertain: how.isCertain || known?.isCertain === true,
      isRequired: how.isRequired || known?.isRequired === true,
    };
    if (known?.isCertain === all.isCertain && known.isRequired === all.isRequired) return;
    this.#reached.set(path, all);
    this.#waiting.push(path);
  }

  follow(): LoadFindings {
    for (const path of this.#waiting) this.#leave(path);
    const found: LoadFindings = { missing: [], misformatted: [], unread: [...this.#unread] };
    for (const [path, how] of this.#reached) {
      const code = this.#codes.get(path);
      if (code !== undefined) this.#collect(found, { code, ...how });
    }
    return found;
  }

  /** Adds what a file loads and starts. */
  #leave(path: string): void {
    const code = this.#codes.get(path);
    const how = this.#reached.get(path);
    if (code === undefined || how === undefined) return;
    const started = findStarted(code, (one) => this.#files.has(one));
    for (const one of started.files) {
      if (started.named.includes(one) && this.#provided !== addresses) this.programs.add(one);
      else this.add(one, { isCertain: true, isRequired: false });
      // JavaScript that can't be parsed is told where it is parsed
      if (!this.#codes.has(one) && !/\.[cm]?js$/i.test(one)) this.#unread.add(one);
    }
    for (const load of this.#loadsOf(code).loads) {
      const resolved = load.isRefused ? undefined : this.#resolve(load, code);
      if (resolved?.kind !== 'file') continue;
      this.add(resolved.path, {
        isCertain: load.isCertain && how.isCertain,
        isRequired: load.node.type === 'CallExpression' || (isStatic(load.node) && how.isRequired),
      });
    }
  }

  /** Where Node finds a module; undefined for one that Node or the app provides. */
  #resolve(
    { module, node }: Pick<Load, 'module' | 'node'>,
    code: ParsedCode,
  ): Resolved | undefined {
    if (this.#provided.test(module)) return undefined;
    if (isBuiltin(module) && (this.#hasNode || module.startsWith('node:'))) {
      return this.#hasNode ? undefined : { kind: 'missing' };
    }
    const isEsm = isStatic(node) || node.type === 'ImportExpression';
    return this.#files.resolve(module, { from: code.path, format: isEsm ? 'esm' : 'cjs' });
  }

  #loadsOf(code: ParsedCode): FileLoads {
    const known =
      this.#loaded.get(code.path) ??
      runLoads(code, {
        format: formatOf(code, this.#files),
        hasNode: this.#hasNode,
        isMissing: (load) => this.#resolve(load, code)?.kind === 'missing',
      });
    this.#loaded.set(code.path, known);
    return known;
  }

  #collect(found: LoadFindings, of: Reached & { code: ParsedCode }): void {
    const { code } = of;
    const { loads, commonjs } = this.#loadsOf(code);
    const ofNode = new Set<AnyNode>();
    for (const load of loads) {
      const resolved = this.#resolve(load, code);
      if (resolved?.kind !== 'missing') continue;
      const { module, node, isCertain } = load;
      const isOfNode = !this.#hasNode && isBuiltin(module);
      if (load.isRefused && !isOfNode) continue; // told as a fault of the format
      const { instead } = resolved;
      const more = {
        ...(instead === undefined ? {} : { instead }),
        ...(isOfNode ? { ofNode: true as const } : {}),
      };
      if (isOfNode) ofNode.add(node);
      found.missing.push({ module, node, isCertain: isCertain && of.isCertain, ...more });
    }
    if (!of.isCertain) return;
    const format = formatOf(code, this.#files);
    const faults: [FormatFault, AnyNode | undefined][] =
      format === 'cjs'
        ? [['esm-in-commonjs', esmSyntax(code)]]
        : [
            ['commonjs-in-esm', commonjs.find((node) => !ofNode.has(node))],
            ['await-in-required', of.isRequired ? code.nodes.topAwaits[0] : undefined],
          ];
    for (const [what, node] of faults) {
      if (node !== undefined) found.misformatted.push({ what, node });
    }
  }
}

/** How Node loads a file: what its name and its manifest leave open, its syntax decides. */
function formatOf(code: ParsedCode, files: ModuleFiles): ModuleFormat {
  return files.formatOf(code.path) ?? (esmSyntax(code) === undefined ? 'cjs' : 'esm');
}

/** The first statement that only an ES module has. */
function esmSyntax({ tree }: ParsedCode): AnyNode | undefined {
  return tree.body.find((node) => /^(?:Import|Export)\w*Declaration$/.test(node.type));
}

function isStatic({ type }: AnyNode): boolean {
  return /^(?:Import|Export)\w*Declaration$/.test(type);
}

/** Addresses that aren't files of the package, and libraries that were left out of it. */
const addresses = /^(?:data|file|blob|library):/;

/** What the app provides to extensions alone. */
const apis =
  /^(?:vscode|@raycast\/(?:api|utils)|@orchestra\/(?:api|raycast-compat|vscode-compat))$/;

/** What the app provides to each kind of extension, and addresses. */
const provided: Readonly<Record<Compat, RegExp>> = {
  native:
    /^(?:@orchestra\/(?:api|raycast-compat|vscode-compat)|react(?:\/jsx-(?:dev-)?runtime)?|(?:data|file|blob|library):.*)$/,
  vscode: /^(?:vscode|@orchestra\/(?:api|vscode-compat)|(?:data|file|blob|library):.*)$/,
  raycast:
    /^(?:@raycast\/(?:api|utils)|@orchestra\/(?:api|raycast-compat)|react(?:\/jsx-(?:dev-)?runtime)?|(?:data|file|blob|library):.*)$/,
};
