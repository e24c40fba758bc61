import { type Static, Type } from 'typebox';

const text = Type.String();
const colour = Type.String({ description: 'As the theme has it: `#d6dae3`, `#d6dae380`.' });

/** A piece of a line, with how a theme shows it. */
export const TokenSchema = Type.Object(
  {
    text,
    scopes: Type.Array(text, { description: 'From the whole file to the token itself.' }),
    foreground: colour,
    background: Type.Optional(colour),
    styles: Type.Array(Type.Enum(['bold', 'italic', 'underline', 'strikethrough'])),
  },
  { additionalProperties: false },
);

/** See {@link TokenSchema}. */
export type ColouredToken = Static<typeof TokenSchema>;

const sheet = {
  theme: Type.String({ description: 'Label of the theme whose colours these are.' }),
  background: colour,
  foreground: colour,
  file: Type.String({ description: 'The sample that is coloured.' }),
  scopeName: Type.Union([text, Type.Null()], {
    description: 'The grammar that colours it; null where none does.',
  }),
  lines: Type.Array(Type.Array(TokenSchema)),
};

const icon = Type.Object(
  {
    name: Type.String({ description: 'A name of a file or folder, or of an icon of the product.' }),
    kind: Type.Enum(['file', 'folder', 'folder-expanded', 'product']),
    definition: Type.Union([text, Type.Null()], { description: 'Null where it has no icon.' }),
    path: Type.Optional(text),
    isMissing: Type.Optional(Type.Boolean({ description: 'No file is at `path`.' })),
    character: Type.Optional(text),
    font: Type.Optional(text),
    colour: Type.Optional(text),
  },
  { additionalProperties: false },
);

/** See {@link LookSchema}. */
export type ShownIcon = Static<typeof icon>;

const snippet = Type.Object(
  {
    name: text,
    prefixes: Type.Array(text),
    scopes: Type.Array(text),
    description: text,
    body: Type.String({ description: 'As it is inserted, with the defaults of placeholders.' }),
  },
  { additionalProperties: false },
);

/** How something that an extension contributes looks. */
export const LookSchema = Type.Union([
  Type.Object(
    { kind: Type.Literal('theme'), label: text, ...sheet },
    { additionalProperties: false },
  ),
  Type.Object(
    { kind: Type.Literal('grammar'), label: text, ...sheet },
    { additionalProperties: false },
  ),
  Type.Object(
    { kind: Type.Literal('icons'), label: text, icons: Type.Array(icon) },
    { additionalProperties: false },
  ),
  Type.Object(
    { kind: Type.Literal('snippets'), label: text, snippets: Type.Array(snippet) },
    { additionalProperties: false },
  ),
]);

/** See {@link LookSchema}. */
export type Look = Static<typeof LookSchema>;
