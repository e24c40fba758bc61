/** Search terms for the database. Each `tsquery` contains only words from {@link splitLexemes}. */
export interface SearchTerms {
  /** The words joined as a name: `git-lens`. */
  name: string;
  /** The words joined without separators: `gitlens`. */
  spelling: string;
  /** `tsquery` for the typed words, each as a prefix. */
  typed: string;
  /** `tsquery` for the typed words, each as a whole. */
  whole: string;
  /** `tsquery` for the typed words and similar ones. */
  meant: string;
}
