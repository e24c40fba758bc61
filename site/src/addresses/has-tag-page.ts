/**
 * True where a tag has a page, `/tags/<tag>/`. Only tags whose name every host can serve as a folder have
 * one, because authors write them freely; others are shown without a link.
 */
export function hasTagPage(tag: string): boolean {
  return /^(?!.*\.\.)[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{M}\p{N} .+#_-]{0,49}(?<![ .])$/u.test(tag);
}
