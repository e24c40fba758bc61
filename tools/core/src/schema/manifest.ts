import * as Type from 'typebox';
import type { Static } from 'typebox';
import { CompatSchema, KeySchema, maxNameLength, PermissionSchema, permissions } from './names.ts';

const Text = (description: string) => Type.String({ description });
const Texts = (description: string) => Type.Array(Type.String(), { description });

/** A person as npm writes one: `"Name <mail> (url)"` or an object. */
const PersonSchema = Type.Union([
  Type.String(),
  Type.Object({ name: Type.Optional(Type.String()), url: Type.Optional(Type.String()) }),
]);

/** One command of a Raycast extension; its code is `dist/<name>.js`. */
const RaycastCommandSchema = Type.Object({
  name: Type.Optional(Type.String()),
  title: Type.Optional(Type.String()),
  mode: Type.Optional(Type.String()),
});

/**
 * The fields of a `package.json` that the registry reads, with their types; every other key is kept
 * as it is. What a field may say is the business of the checks.
 */
export const ManifestSchema = Type.Object(
  {
    name: Type.String({
      description: `Lower-case words joined by hyphens, at most ${maxNameLength} characters.`,
    }),
    displayName: Type.Optional(Text('What people read; may be %key% of package.nls.json.')),
    title: Type.Optional(Text("Raycast's name for displayName.")),
    version: Type.Optional(Text('Semver without +build.')),
    description: Type.Optional(Text('One sentence about what it does.')),
    author: Type.Optional(PersonSchema),
    publisher: Type.Optional(Text("VS Code's publisher; the registry goes by the account.")),
    license: Type.Optional(Text('An SPDX expression, or SEE LICENSE IN <file>.')),
    main: Type.Optional(Text('Entry file, as it is in the package.')),
    browser: Type.Optional(
      Type.Union([Type.String(), Type.Object({})], {
        description: "VS Code's entry file for the web; an object is for bundlers.",
      }),
    ),
    icon: Type.Optional(Text('PNG, JPEG or WebP, at least 128 by 128 pixels.')),
    categories: Type.Optional(Texts("Ours, or VS Code's or Raycast's, which are mapped.")),
    tags: Type.Optional(Texts('Words to be found by.')),
    keywords: Type.Optional(Texts("npm's word for tags.")),
    repository: Type.Optional(
      Type.Union([Type.String(), Type.Object({ url: Type.Optional(Type.String()) })]),
    ),
    homepage: Type.Optional(Text('An https URL.')),
    engines: Type.Optional(
      Type.Record(KeySchema, Type.String(), {
        description: 'Semver ranges: orchestra (required for native extensions), vscode.',
      }),
    ),
    permissions: Type.Optional(
      Type.Array(Type.String({ examples: [...permissions] }), {
        description: 'What the extension may do; equal to what its code uses.',
      }),
    ),
    activationEvents: Type.Optional(Texts('When the extension is started.')),
    contributes: Type.Optional(Type.Object({}, { description: 'What it adds to the app.' })),
    compat: Type.Optional(CompatSchema),
    commands: Type.Optional(Type.Array(RaycastCommandSchema)),
    files: Type.Optional(Texts('What goes into the package, as globs.')),
    dependencies: Type.Optional(Type.Record(KeySchema, Type.Unknown())),
    scripts: Type.Optional(Type.Record(KeySchema, Type.Unknown())),
  },
  { description: 'Manifest of an Orchestra extension (package.json).' },
);
export type ManifestFields = Static<typeof ManifestSchema>;

/** The manifest schema for editors, which proposes the known permissions as well. */
export const ManifestEditorSchema = Type.Object(
  {
    ...ManifestSchema.properties,
    permissions: Type.Optional(Type.Array(PermissionSchema, { uniqueItems: true })),
  },
  { description: 'Manifest of an Orchestra extension (package.json).' },
);
