/** A piece of a snippet's body. */
export type SnippetPart =
  | { kind: 'text'; text: string }
  | { kind: 'placeholder'; number: number; inner: SnippetPart[] }
  | { kind: 'choice'; number: number; options: string[] }
  | { kind: 'mirror'; number: number; transform: SnippetTransform | null }
  | {
      kind: 'variable';
      name: string;
      inner: SnippetPart[] | null;
      transform: SnippetTransform | null;
    };

/** What is done with a value before it is inserted. */
export interface SnippetTransform {
  pattern: RegExp;
  format: TransformPart[];
}

/** A piece of what a transform inserts: a text, or a group of the match. */
export type TransformPart =
  | { kind: 'text'; text: string }
  | {
      kind: 'group';
      number: number;
      change: string | null;
      present: string | null;
      absent: string | null;
    };

/** A body with what of it is taken for plain text, most likely by mistake. */
export interface ParsedSnippet {
  parts: SnippetPart[];
  /** Each with its offset in the body. */
  faults: { offset: number; message: string }[];
}
