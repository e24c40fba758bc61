import { isRecord, resolvePath } from '@orchestra/core';

/** The lists of `contributes` that this package reads. */
export const points = [
  'themes',
  'iconThemes',
  'productIconThemes',
  'grammars',
  'snippets',
  'languages',
] as const;

/** See {@link points}. */
export type Point = (typeof points)[number];

/** An item of a list of `contributes`. */
export interface Contribution {
  point: Point;
  /** Its place in the manifest: `package.json#/contributes/themes/0`. */
  place: string;
  fields: Readonly<Record<string, unknown>>;
  /** The file that it names, from the root of the package; null where it names none within the package. */
  path: string | null;
}

/** Items of `contributes` that name a theme, a grammar, snippets or a language, in order. */
export function listContributions(contributes: unknown): Contribution[] {
  if (!isRecord(contributes)) return [];
  return points.flatMap((point) => {
    const items = contributes[point];
    if (!Array.isArray(items)) return [];
    return items.flatMap((item: unknown, nth): Contribution[] => {
      if (!isRecord(item)) return [];
      const named = item[point === 'languages' ? 'configuration' : 'path'];
      const path = typeof named === 'string' && named !== '' ? resolvePath('', named) : null;
      return [{ point, place: `package.json#/contributes/${point}/${nth}`, fields: item, path }];
    });
  });
}

/** The path of a file that another one names, from the root; null for one outside of the package. */
export function pathBeside(path: string, named: string): string | null {
  return resolvePath(path.split('/').slice(0, -1).join('/'), named);
}
