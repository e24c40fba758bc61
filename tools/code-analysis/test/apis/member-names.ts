/** The names of an object's own members. */
export function memberNames(of: unknown): string[] {
  if ((typeof of !== 'object' && typeof of !== 'function') || of === null) return [];
  return Object.getOwnPropertyNames(of).filter((name) => name !== 'default');
}

/** The names of members of members that are plain objects: `promises.readFile`, `report.writeReport`. */
export function nestedModules(of: unknown): string[] {
  return memberNames(of).flatMap((name) => {
    const member: unknown = valueOf(of, name);
    const isPlain = typeof member === 'object' && member !== null && member !== of;
    const isFewer = isPlain && !Array.isArray(member) && !ArrayBuffer.isView(member);
    return isFewer ? memberNames(member).map((each) => `${name}.${each}`) : [];
  });
}

/** The value of a data property; undefined for a getter, which may warn or do something. */
function valueOf(of: unknown, name: string): unknown {
  return Object.getOwnPropertyDescriptor(of, name)?.value;
}
