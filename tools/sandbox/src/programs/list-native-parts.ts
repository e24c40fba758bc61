import { parseJson } from '@orchestra/core';
import { glob, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { type Static, Type } from 'typebox';

/** A native part of the engine: isolated-vm, as it comes built for one system and one Node. */
export interface NativePart {
  /** Where registries serve it, relative to their address: `engines/isolated-vm-7.0.1/linux-x64.abi137.glibc.node`. */
  path: string;
  /** Absolute path of the file. */
  file: string;
}

/** Lists the native parts for all systems, by path. */
export async function listNativeParts(): Promise<NativePart[]> {
  const file = createRequire(import.meta.url).resolve('isolated-vm/package.json');
  const { name, version } = await readPackage(file);
  const folder = join(dirname(file), 'prebuilds');
  const found = await Array.fromAsync(glob(`*/${name}.*.node`, { cwd: folder }));
  return found.toSorted().map((built) => ({
    path: `engines/${name}-${version}/${built.replace(`${sep}${name}`, '')}`,
    file: join(folder, built),
  }));
}

const PackageSchema = Type.Object({ name: Type.String(), version: Type.String() });

async function readPackage(file: string): Promise<Static<typeof PackageSchema>> {
  const parsed = parseJson(PackageSchema, await readFile(file, 'utf8'));
  if (parsed.ok) return parsed.value;
  throw new Error(`${file} has no name and version of a package`);
}
