const address = 'jane@tide.io';

/** Texts that hide emails, or that keep a careless search busy for hours. */
export const hostileTexts: readonly [what: string, text: string][] = [
  ['an address alone', address],
  ['an address in brackets inside another', `joe<${address}>@tide.io`],
  ['addresses nested a hundred deep', `${'a<'.repeat(100)}${address}${'>@b.co'.repeat(100)}`],
  ['addresses that overlap', `${address}@tide.io@tide.io`],
  ['addresses without anything between them', `${address}${address}${address}`],
  ['an address after a URL', `https://tide.io,${address}`],
  ['an address with a long local part', `${'x'.repeat(1000)}@tide.io`],
  ['an address with a long domain', `x@${'tide.'.repeat(200)}io`],
  ['an address with half of a surrogate pair', `\uD83Cjane@tide.io\uDF0A`],
  ['a line of 1 MB of @', '@'.repeat(1024 * 1024)],
  ['a line of 1 MB of letters', `${'a'.repeat(1024 * 1024)}@tide.io`],
  ['a line of 1 MB of dots', `${'.'.repeat(1024 * 1024)}@${'.'.repeat(1024 * 1024)}`],
  ['1 MB of a@a.a@a.a', 'a@a.aa'.repeat(170_000)],
  ['1 MB of opening brackets', '< '.repeat(512 * 1024) + address],
  ['1 MB of mailto:', 'mailto:'.repeat(150_000) + address],
  ['1 MB of ://', '://'.repeat(350_000) + address],
  ['1 MB of spaces', `<${' '.repeat(1024 * 1024)}${address}`],
];
