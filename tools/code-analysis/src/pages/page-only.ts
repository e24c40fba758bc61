import { programTexts } from '../reach/manifest-texts.ts';
import { NamedFiles } from '../reach/named-files.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { closure, entryPaths, type FilesWithPages, pageScripts } from './page-code.ts';
import type { PageTexts } from './page-texts.ts';
import { shownNames, pathsNamed } from './shown-files.ts';

/** The code of a package, and what was found of how its files start each other. */
export interface CodeWithPages extends FilesWithPages {
  /** All that is reached, also files of code that weren't read. */
  paths: readonly string[];
  codes: ReadonlyMap<string, ParsedCode>;
  /** Files that a file was found to load, by its path. */
  loads: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The files that Node loads or starts: from the entry files, and from what the manifest has started. */
export function findNodeFiles(of: CodeWithPages, more: Iterable<string> = []): Set<string> {
  const entries = of.entries.flatMap((entry) => entryPaths(entry, of.paths));
  const programs = new NamedFiles(of.paths).ofPrograms(programTexts(of.files));
  // what the manifest itself loads comes from no file
  return closure(['', ...entries, ...programs, ...more], nextOf(of));
}

/**
 * The files whose code surely runs only in pages, as far as it is told by how files load each other: a page is
 * given them, or what it is given loads or names them, and Node loads and starts none of them. A file that is
 * neither given to a page nor loaded by Node may run anywhere.
 *
 * @param texts the texts of the code that Node loads
 */
export function findPageOnly(texts: PageTexts, of: CodeWithPages): Set<string> {
  // where an entry file isn't there, nobody can tell what it would load
  if (of.entries.some((entry) => entryPaths(entry, of.paths).length === 0)) return new Set();
  const node = findNodeFiles(of);
  const others = of.paths.filter((path) => !node.has(path));
  if (others.length === 0) return new Set();
  const named = new NamedFiles(others);
  const next = nextOf(of);
  const given = givenToPages(texts, { files: of.files, others, named });
  const found = closure(given, (path) => {
    const code = of.codes.get(path);
    return [...next(path), ...(code === undefined ? [] : named.ofCode(code))].filter(
      (each) => !node.has(each),
    );
  });
  // what may run anywhere may load the rest
  for (const path of findNodeFiles(
    of,
    others.filter((each) => !found.has(each)),
  )) {
    found.delete(path);
  }
  return found;
}

/** Files that code, pages and the manifest give to pages by their names. */
function givenToPages(
  texts: PageTexts,
  of: { files: FilesWithPages['files']; others: readonly string[]; named: NamedFiles },
): string[] {
  const { files, others, named } = of;
  const codes = [...texts.tracer.code.codes.values()];
  const names = shownNames(texts);
  // where a page is given what nobody can tell, it counts as given what code names
  const shown =
    names === null ? codes.flatMap((code) => [...named.ofCode(code)]) : pathsNamed(others, names);
  const pages = [...files].filter(([path]) => /\.(?:x?html?|svg)$/i.test(path));
  return [
    ...shown,
    ...pages.flatMap(([, bytes]) => [...named.ofText(new TextDecoder().decode(bytes))]),
    ...named.ofManifest(pageScripts(files)),
  ];
}

function nextOf({ loads, started }: CodeWithPages): (path: string) => string[] {
  return (path) => [...(loads.get(path) ?? []), ...(started.get(path) ?? [])];
}
