import { type Contribution, listContributions } from '../read/contributions.ts';

/** Something that an extension contributes and that can be looked at. */
export interface Viewable {
  kind: 'theme' | 'grammar' | 'icons' | 'snippets';
  /** What a person calls it: a label, a language, a path. */
  label: string;
  path: string;
  contribution: Contribution;
}

const kinds = {
  themes: 'theme',
  iconThemes: 'icons',
  productIconThemes: 'icons',
  grammars: 'grammar',
  snippets: 'snippets',
} as const;

/**
 * Lists what of `contributes` can be looked at: themes, icon themes, grammars and snippets, in this order.
 *
 * @param contributes as in package.json, with texts in place of `%key%`
 */
export function listLooks(contributes: unknown): Viewable[] {
  return listContributions(contributes).flatMap((contribution) => {
    const { point, path, fields } = contribution;
    if (point === 'languages' || path === null) return [];
    const named = ['label', 'id', 'language', 'scopeName'].map((key) => fields[key]);
    const label = named.find((one) => typeof one === 'string' && one !== '');
    return [
      { kind: kinds[point], label: typeof label === 'string' ? label : path, path, contribution },
    ];
  });
}

/** A language of an extension, as far as files are found by it. */
export interface ContributedLanguage {
  id: string;
  /** `.tide` */
  extensions: string[];
  /** `Tidefile` */
  filenames: string[];
}

/** Lists the languages that an extension contributes. */
export function listLanguages(contributes: unknown): ContributedLanguage[] {
  return listContributions(contributes).flatMap(({ point, fields }) => {
    const { id } = fields;
    if (point !== 'languages' || typeof id !== 'string') return [];
    const extensions = textsIn(fields['extensions']);
    return [{ id, extensions, filenames: textsIn(fields['filenames']) }];
  });
}

/** Whether a file is of a language, by its name. */
export function isOfLanguage(
  path: string,
  { extensions, filenames }: Pick<ContributedLanguage, 'extensions' | 'filenames'>,
): boolean {
  const name = path.split('/').at(-1) ?? '';
  const lower = name.toLowerCase();
  return filenames.includes(name) || extensions.some((one) => lower.endsWith(one.toLowerCase()));
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
