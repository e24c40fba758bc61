/** True where a problem's path is a manifest field that names code: `package.json#/main`. */
export function namesEntry(path: string): boolean {
  return /#\/(?:main|browser|commands\/\d+\/name)$/.test(path);
}
