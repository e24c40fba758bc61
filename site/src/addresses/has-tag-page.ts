/**
 * True where a tag has a page of its own, `/tags/<tag>/`: only what every host serves as a folder of that
 * name. Tags are written by authors: others are shown, and lead nowhere.
 */
export function hasTagPage(tag: string): boolean {
  return /^(?!.*\.\.)[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{M}\p{N} .+#_-]{0,49}(?<![ .])$/u.test(tag);
}
