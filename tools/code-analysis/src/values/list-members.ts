/** Names of members of arrays, generators and promises, by which items are read. */
const members: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Array.prototype),
  ...Object.getOwnPropertyNames(Object.prototype),
  ...Object.getOwnPropertyNames(Promise.prototype),
  'drop',
  'next',
  'return',
  'take',
  'throw',
  'toArray',
  'value',
]);

/** True for a member of a list by which an item of it may be read. */
export function mayGiveItem(name: string): boolean {
  return name !== 'length' && (members.has(name) || /^-?\d+$/.test(name));
}
