/**
 * Whether an address fits one of the patterns, in which `*` stands for any characters.
 *
 * @param {string} address
 * @param {string[]} patterns
 */
export function isIgnored(address, patterns) {
  return patterns.some((pattern) => toRegExp(pattern).test(address));
}

/** @param {string} pattern */
function toRegExp(pattern) {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i');
}
