/** What can be asked about a language: a word, and the kinds of providers that answer. */
export const languageQuestions = {
  hover: ['Hover'],
  complete: ['CompletionItem'],
  define: ['Definition', 'Declaration', 'TypeDefinition', 'Implementation'],
  references: ['Reference'],
  signature: ['SignatureHelp'],
  symbols: ['DocumentSymbol'],
  lenses: ['CodeLens'],
  actions: ['CodeActions'],
  format: ['DocumentFormattingEdit', 'DocumentRangeFormattingEdit'],
  rename: ['Rename'],
} as const satisfies Record<string, readonly string[]>;

/** A word of {@link languageQuestions}. */
export type LanguageQuestion = keyof typeof languageQuestions;
