import { NeededBuiltin } from './refuse-builtins.ts';
import {
  nameOfBuiltin,
  tellBuiltin,
  tellBuiltinsOfPackage,
  type ToldFault,
} from './tell-builtin.ts';

/** A place in the code, as bundlers tell it: the line from 1, the column in bytes from 0. */
interface BundledPlace {
  file: string;
  line: number;
  column: number;
  lineText: string;
}

/** What a bundler says; `detail` marks what {@link refuseBuiltins} found. */
interface BundlerWarning {
  detail: unknown;
  location: BundledPlace | null;
}

/** What a bundle is made of, by path, and what is left outside of it. */
interface BundleParts {
  inputs: Readonly<Record<string, { imports: readonly { path: string; original?: string }[] }>>;
  outputs: Readonly<Record<string, { imports: readonly { path: string }[] }>>;
}

/** A module of Node that a bundle needs, or some that an installed package needs. */
export interface BuiltinFault extends ToldFault {
  place: BundledPlace | null;
  /** False where the code can be loaded without. */
  isCertain: boolean;
}

/**
 * Finds what of Node a bundle needs: each place in the author's own code; for installed packages, one fault at
 * the import that brings them, since nobody can change their code.
 *
 * @param of.warnings those of the bundler, with {@link refuseBuiltins} among its plugins
 * @param by.readText the text of a file of the bundle; undefined where there is none
 * @param by.findSure names of modules, as they are written, that can't be missing when the bundle is loaded;
 *   asked only where some of Node are needed
 */
export async function findNeededBuiltins(
  { warnings, metafile }: { warnings: readonly BundlerWarning[]; metafile: BundleParts },
  by: {
    readText: (file: string) => Promise<string | undefined>;
    findSure: () => Promise<ReadonlySet<string>>;
  },
): Promise<BuiltinFault[]> {
  const outputs = Object.values(metafile.outputs).flatMap(({ imports }) => imports);
  const kept = new Set(outputs.map(({ path }) => nameOfBuiltin(path)));
  const needed = warnings.flatMap(({ detail, location }) => {
    if (!(detail instanceof NeededBuiltin) || !kept.has(nameOfBuiltin(detail.module))) return [];
    const { file = '', line = 0 } = location ?? {};
    return [{ module: detail.module, place: location, file, line }];
  });
  if (needed.length === 0) return [];
  const sure = new Set([...(await by.findSure())].map(nameOfBuiltin));
  const isSure = ({ module }: { module: string }) => sure.has(nameOfBuiltin(module));
  const bringers = findBringers(metafile);
  const own = needed.filter(({ file }) => !bringers.has(file));
  const brought = Map.groupBy(
    needed.filter(({ file }) => bringers.has(file)),
    ({ file }) => bringers.get(file),
  );
  const faults: BuiltinFault[] = own.map((one) => ({
    ...tellBuiltin(one.module),
    place: one.place,
    isCertain: isSure(one),
  }));
  for (const [bringer, all] of brought) {
    if (bringer === undefined) continue;
    const place = await findImport(bringer, by);
    const surely = all.filter(isSure);
    const isCertain = surely.length > 0;
    const told = tellBuiltinsOfPackage(bringer.specifier, isCertain ? surely : all);
    faults.push({ ...told, place, isCertain });
  }
  return faults;
}

/** An import of the author's own code that brings installed packages. */
interface Bringer {
  file: string;
  /** As it is written, e.g. `fast-glob`. */
  specifier: string;
}

/** For each file of installed packages, the import that it comes by, as near as there is one. */
function findBringers({ inputs }: BundleParts): Map<string, Bringer> {
  const bringers = new Map<string, Bringer>();
  const isOwn = (file: string) => !/(?:^|\/)node_modules\//.test(file);
  let found: [string, Bringer][] = Object.entries(inputs).flatMap(([file, { imports }]) =>
    isOwn(file)
      ? imports.map(({ path, original = path }): [string, Bringer] => [
          path,
          { file, specifier: original },
        ])
      : [],
  );
  while (found.length > 0) {
    const next: [string, Bringer][] = [];
    for (const [file, bringer] of found) {
      const input = inputs[file];
      if (input === undefined || isOwn(file) || bringers.has(file)) continue;
      bringers.set(file, bringer);
      next.push(...input.imports.map(({ path }): [string, Bringer] => [path, bringer]));
    }
    found = next;
  }
  return bringers;
}

/** Where the import is written: null where it can't be found as it is. */
async function findImport(
  { file, specifier }: Bringer,
  { readText }: { readText: (file: string) => Promise<string | undefined> },
): Promise<BundledPlace | null> {
  const lines = (await readText(file))?.split('\n') ?? [];
  for (const [index, lineText] of lines.entries()) {
    const at = [`'${specifier}'`, `"${specifier}"`]
      .map((quoted) => lineText.indexOf(quoted))
      .find((column) => column >= 0);
    if (at === undefined) continue;
    const column = Buffer.byteLength(lineText.slice(0, at));
    return { file, line: index + 1, column, lineText };
  }
  return null;
}
