/** Joins what is found for each; null where one is unknown. */
export function joinKnown<T, R>(list: Iterable<T>, find: (each: T) => R[] | null): R[] | null {
  const found: R[] = [];
  for (const each of list) {
    const some = find(each);
    if (some === null) return null;
    found.push(...some);
  }
  return found;
}
