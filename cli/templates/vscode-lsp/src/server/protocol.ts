/**
 * What client and server say to each other: the shapes of the Language Server Protocol, so that the
 * server can be moved into a process of its own, or used by another editor.
 *
 * Source: https://microsoft.github.io/language-server-protocol/
 */

/** Line and character, from 0. */
export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

export interface Diagnostic {
  range: Range;
  severity: 'error' | 'warning';
  message: string;
}

export interface CompletionItem {
  label: string;
  kind: 'keyword' | 'variable';
  detail: string;
}

export interface Hover {
  /** Markdown. */
  contents: string;
  range: Range;
}

export interface DocumentSymbol {
  name: string;
  detail: string;
  range: Range;
  selectionRange: Range;
}

/** Answers questions about documents that the client has opened. */
export interface LanguageServer {
  /** Says what a document contains, when it is opened and each time that it changes. */
  didChange(uri: string, text: string): Diagnostic[];
  didClose(uri: string): void;
  completion(uri: string, position: Position): CompletionItem[];
  hover(uri: string, position: Position): Hover | null;
  documentSymbol(uri: string): DocumentSymbol[];
}
