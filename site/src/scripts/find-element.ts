/** The element with an id, of the expected kind; a page without it is a mistake of ours. */
export function findElement<T extends Element>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${kind.name} #${id}`);
}
