/** A number with its word: `1 entry`, `1,200 entries`. */
export function renderCount(number: number, words: { one: string; more: string }): string {
  return `${number.toLocaleString('en')} ${number === 1 ? words.one : words.more}`;
}
