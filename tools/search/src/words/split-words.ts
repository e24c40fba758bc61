/** Languages whose signs are no letters, and what their names are written as where only letters may be. */
const spelled = new Map([
  ['c++', 'cpp'],
  ['c#', 'csharp'],
  ['f#', 'fsharp'],
]);

/** The words of a text in lower case without accents: letters and digits of any script. */
export function splitWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/(?<![\p{L}\p{N}])(?:c\+\+|[cf]#)/gu, (name) => spelled.get(name) ?? name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
