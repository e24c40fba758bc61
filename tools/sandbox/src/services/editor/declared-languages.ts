import { isRecord } from '@orchestra/core';

/** Which files are of which language, as `contributes.languages` declares them. */
export interface DeclaredLanguage {
  id: string;
  /** Ends of names, with their dots. */
  extensions: readonly string[];
  filenames: readonly string[];
}

/** The languages that an extension declares. @param contributes of the manifest, as it was written */
export function readDeclaredLanguages(contributes: unknown): DeclaredLanguage[] {
  const languages: unknown = isRecord(contributes) ? contributes['languages'] : undefined;
  return (Array.isArray(languages) ? languages : []).flatMap((one: unknown) => {
    if (!isRecord(one) || typeof one['id'] !== 'string') return [];
    const textsOf = (value: unknown) =>
      (Array.isArray(value) ? value : []).filter((text) => typeof text === 'string');
    return [
      {
        id: one['id'],
        extensions: textsOf(one['extensions']),
        filenames: textsOf(one['filenames']),
      },
    ];
  });
}
