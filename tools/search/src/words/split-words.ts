/** Languages whose names contain symbols, with their spelling in letters. */
const spelled = new Map([
  ['c++', 'cpp'],
  ['c#', 'csharp'],
  ['f#', 'fsharp'],
]);

/** Splits a text into words in lower case without accents: letters and digits of any script. */
export function splitWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/(?<![\p{L}\p{N}])(?:c\+\+|[cf]#)/gu, (name) => spelled.get(name) ?? name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
