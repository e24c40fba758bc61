/** What a database is asked for; each `tsquery` is of words from {@link splitLexemes} alone. */
export interface SearchTerms {
  /** The words as a name: `git-lens`. */
  name: string;
  /** The words in one: `gitlens`. */
  spelling: string;
  /** A `tsquery` of the words as they were typed, each one or the beginning of one. */
  typed: string;
  /** Of the same words, each one whole. */
  whole: string;
  /** As typed, or of words that look like them. */
  meant: string;
}
