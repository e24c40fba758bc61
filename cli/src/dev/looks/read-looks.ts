import { isRecord, readJson } from '@orchestra/core';
import { listFolder } from '@orchestra/packaging/node';
import { listLooks, type Viewable } from '@orchestra/textmate';
import { gatherTexts, maxTextLength } from '@orchestra/textmate/node';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What an extension contributes that can be looked at, as it is on disk. */
export interface ReadLooks {
  contributes: unknown;
  looks: Viewable[];
  /** Texts of the themes, grammars and snippets by path. */
  texts: ReadonlyMap<string, string>;
  /** All files of the extension, without its packages. */
  paths: ReadonlySet<string>;
}

/**
 * Reads what `contributes` of package.json names as themes, grammars and snippets.
 *
 * @param folder absolute path of the extension
 */
export async function readLooks(folder: string): Promise<ReadLooks> {
  const contributes = readContributes(folder);
  const looks = listLooks(contributes);
  if (looks.length === 0) return { contributes, looks, texts: new Map(), paths: new Set() };
  const texts = gatherTexts(contributes, (path) => readLookText(folder, path));
  const { paths } = await listFolder(folder);
  return { contributes, looks, texts, paths: new Set(paths) };
}

/** What package.json contributes, with labels in the usual language; undefined where it can't be read. */
export function readContributes(folder: string): unknown {
  const manifest = readFields(folder, 'package.json');
  const contributes = manifest?.['contributes'];
  if (!isRecord(contributes)) return undefined;
  const names = readFields(folder, 'package.nls.json') ?? {};
  const label = (text: unknown) => {
    const [, key] = typeof text === 'string' ? (/^%(.+)%$/.exec(text) ?? []) : [];
    return key !== undefined && Object.hasOwn(names, key) ? names[key] : text;
  };
  return Object.fromEntries(
    Object.entries(contributes).map(([point, items]) => [
      point,
      Array.isArray(items)
        ? items.map((one: unknown) =>
            isRecord(one) && 'label' in one ? { ...one, label: label(one['label']) } : one,
          )
        : items,
    ]),
  );
}

function readFields(folder: string, path: string): Record<string, unknown> | null {
  const text = readLookText(folder, path);
  return text === null ? null : readJson(text, { path }).value;
}

/** The text of a file; null where there is none, or it is too large to be looked at. */
export function readLookText(folder: string, path: string): string | null {
  const file = join(folder, path);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile() !== true || found.size > maxTextLength) return null;
  return new TextDecoder().decode(readFileSync(file));
}
