import { posix } from 'node:path';
import { isRecord, readJson } from '@orchestra/core';
import { NamedFiles } from '../reach/named-files.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { stringsIn } from './json-strings.ts';
import type { PageTexts } from './page-texts.ts';
import { shownPaths } from './shown-files.ts';

/** The files of a package, and how its code starts. */
export interface FilesWithPages {
  files: ReadonlyMap<string, Uint8Array>;
  /** Paths of files of the package that aren't among `files`. */
  others: readonly string[];
  /** Entry files. */
  entries: readonly string[];
  /** Files that start as programs of their own, by the files that start them. */
  started: ReadonlyMap<string, readonly string[]>;
}

/** The code that may run in a page. */
export interface PageCode {
  codes: ReadonlySet<ParsedCode>;
  /** True where some of it surely does, whatever it names. */
  isSure: boolean;
}

/**
 * The files whose code may run in a page. Node has none: what its entry files load and start sees no page,
 * unless it is given to one as well. All other code may run in a page: nobody can tell all ways in which one is
 * made.
 */
export function findPageCode(texts: PageTexts, of: FilesWithPages): PageCode {
  const { codes, files: imported } = texts.tracer.code;
  const loadedBy = (path: string) => [
    ...(imported.loads.get(path) ?? []),
    ...(of.started.get(path) ?? []),
  ];
  const browser = browserEntry(of.files);
  const entries = of.entries.filter((entry) => entry !== browser);
  const node = closure(
    entries.flatMap((entry) => entryPaths(entry, codes.keys())),
    loadedBy,
  );
  const named = new NamedFiles(node);
  const sure = new NamedFiles(codes.keys()).ofManifest(pageScripts(of.files));
  const shown = shownPaths(texts, allPaths(texts, of));
  // so that what is shown is read as well
  for (const path of shown) imported.want(path);
  const given = [
    ...(browser === undefined ? [] : entryPaths(browser, codes.keys())),
    ...shown,
    ...sure,
    ...named.ofManifest(contributed(of.files)),
    ...[...of.files].flatMap(([path, bytes]) => {
      return /\.(?:x?html?|svg)$/i.test(path)
        ? [...named.ofText(new TextDecoder().decode(bytes))]
        : [];
    }),
  ];
  const roots = [...codes.keys()].filter((path) => !node.has(path) || isByAddress(texts));
  const pages = closure([...roots, ...given], (path) => {
    const code = codes.get(path);
    return [...loadedBy(path), ...(code === undefined ? [] : named.ofCode(code))];
  });
  return {
    codes: new Set([...pages].flatMap((path) => codes.get(path) ?? [])),
    isSure: sure.size > 0,
  };
}

/** The files that a page may be given: of dependencies only where code names their folder. */
function allPaths({ tracer }: PageTexts, { files, others }: FilesWithPages): string[] {
  const hasDependencies = tracer.isWritten('node_modules');
  return [...files.keys(), ...others].filter((path) => {
    return hasDependencies || !/(?:^|\/)node_modules\//.test(path);
  });
}

/** The entry file that runs where there is no Node. */
function browserEntry(files: FilesWithPages['files']): string | undefined {
  const browser = manifestOf(files)['browser'];
  return typeof browser === 'string' ? posix.normalize(browser) : undefined;
}

/** The scripts that the app runs in pages of its own: of notebooks, and of previews of Markdown. */
export function pageScripts(files: FilesWithPages['files']): string[] {
  const { contributes } = manifestOf(files);
  if (!isRecord(contributes)) return [];
  const { notebookRenderer = [], 'markdown.previewScripts': scripts = [] } = contributes;
  return stringsIn(JSON.stringify([notebookRenderer, scripts]), Infinity) ?? [];
}

/** What the manifest adds to the app, such as the scripts of previews and of notebooks. */
function contributed(files: FilesWithPages['files']): string[] {
  const { contributes } = manifestOf(files);
  return isRecord(contributes) ? (stringsIn(JSON.stringify(contributes), Infinity) ?? []) : [];
}

function manifestOf(files: FilesWithPages['files']): Record<string, unknown> {
  return readJson(new TextDecoder().decode(files.get('package.json')), { path: '' }).value ?? {};
}

/** True for code that makes addresses of files itself: they may name any. */
function isByAddress({ tracer }: PageTexts): boolean {
  return tracer.isWritten('vscode-resource') || tracer.isWritten('vscode-webview-resource');
}

/** The file of an entry, whose ending the manifest may leave out: one, or none. */
export function entryPaths(entry: string, among: Iterable<string>): string[] {
  const paths = new Set(among);
  const endings = ['', '.js', '.cjs', '.mjs', '/index.js'];
  return endings
    .map((ending) => entry + ending)
    .filter((path) => paths.has(path))
    .slice(0, 1);
}

/** All that is reached from some files, with these. */
export function closure(
  from: Iterable<string>,
  next: (path: string) => Iterable<string>,
): Set<string> {
  const found = new Set(from);
  for (const path of found) for (const each of next(path)) found.add(each);
  return found;
}
