/** Whether a problem's path is the field of a manifest that names code: `package.json#/main`. */
export function namesEntry(path: string): boolean {
  return /#\/(?:main|browser|commands\/\d+\/name)$/.test(path);
}
