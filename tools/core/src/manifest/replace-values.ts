import { editManifest } from './edit-manifest.ts';
import type { Manifest } from './manifest.ts';
import type { ParsedManifest } from './parse-manifest.ts';

/** Values that replace those of a manifest. */
export interface ReplacedValues {
  version?: string;
  /**
   * Paths of entry files, by JSON pointer (`/main`). Raycast commands are left out, because their manifest
   * names no files.
   */
  entries?: ReadonlyMap<string, string>;
}

/** Replaces values of a parsed manifest without parsing it again. Pure. */
export function replaceValues(parsed: ParsedManifest, values: ReplacedValues): ParsedManifest {
  const fields = fieldsOf(values);
  const replaced = new Set([...fields.keys()].map((field) => `package.json#/${field}`));
  const problems = parsed.problems.filter(({ path }) => !replaced.has(path));
  const { manifest } = parsed;
  return manifest === null ? parsed : { manifest: replaceIn(manifest, values), problems };
}

function replaceIn(manifest: Manifest, values: ReplacedValues): Manifest {
  const { version = manifest.version, entries } = values;
  const entryFiles = manifest.entryFiles.map(({ pointer, path }) => ({
    pointer,
    path: entries?.get(pointer) ?? path,
  }));
  const raw = { ...manifest.raw, ...Object.fromEntries(fieldsOf(values)) };
  return { ...manifest, version, entryFiles, raw };
}

/** Replaces values in the text of a manifest, and leaves everything else unchanged. */
export function replaceValuesInText(text: string, values: ReplacedValues): string {
  const edits = [...fieldsOf(values)].map(([field, value]) => ({ path: [field], value }));
  return editManifest(text, edits);
}

function fieldsOf({ version, entries }: ReplacedValues): Map<string, string> {
  const fields = new Map(version === undefined ? [] : [['version', version]]);
  for (const field of ['main', 'browser']) {
    const output = entries?.get(`/${field}`);
    if (output !== undefined) fields.set(field, output);
  }
  return fields;
}
