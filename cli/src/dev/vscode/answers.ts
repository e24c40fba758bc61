import { type Static, Type } from 'typebox';

const text = Type.String();
const position = Type.Object({
  line: Type.Integer({ minimum: 0 }),
  column: Type.Integer({ minimum: 0 }),
});
const range = Type.Object({ start: position, end: position });
const edits = Type.Array(Type.Object({ range, text }));

/** A part of a text: lines and columns from 0. */
export type AnswerRange = Static<typeof range>;

const symbol = Type.Cyclic(
  {
    Symbol: Type.Object({
      name: text,
      detail: text,
      kind: text,
      range,
      children: Type.Array(Type.Ref('Symbol')),
    }),
  },
  'Symbol',
);

/** Places in files. */
export const PlacesSchema = Type.Array(Type.Object({ uri: text, range }));

/** Texts in Markdown, of a hover; or signatures. */
export const TextsSchema = Type.Array(text);

/** What may be written at a place. */
export const CompletionsSchema = Type.Array(
  Type.Object({
    label: text,
    kind: text,
    detail: text,
    documentation: text,
    insertText: text,
    sortText: text,
  }),
);

/** Changes of a text. */
export const EditsSchema = edits;

/** Changes of several files. */
export const FileEditsSchema = Type.Array(Type.Object({ uri: text, edits }));

/** What can be done about a place, each by a number. */
export const ActionsSchema = Type.Array(
  Type.Object({ title: text, kind: text, disabled: text, apply: Type.Integer() }),
);

/** What becomes of an action: texts that are changed, then what is done by a number. */
export const DoneSchema = Type.Object({
  texts: FileEditsSchema,
  next: Type.Union([Type.Integer(), Type.Null()]),
});

/** Symbols of a file, one within another. */
export const SymbolsSchema = Type.Array(symbol);

/** See {@link SymbolsSchema}. */
export type AnswerSymbol = Static<typeof symbol>;

/** Commands that are shown between lines. */
export const LensesSchema = Type.Array(Type.Object({ title: text, range }));
