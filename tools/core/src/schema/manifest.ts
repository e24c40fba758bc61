import * as Type from 'typebox';
import type { Static } from 'typebox';
import { compats, KeySchema, maxNameLength, PermissionSchema, permissions } from './names.ts';

const Text = (description: string, ...examples: string[]) =>
  Type.String({ description, ...(examples.length === 0 ? {} : { examples }) });
const Texts = (description: string, ...examples: string[]) =>
  Type.Array(Type.String(), { description, examples: [examples] });

const permissionsText = {
  description: 'What the extension may do; equal to what its code uses.',
  examples: [['network', 'notifications']],
};

/** A person as npm writes one: `"Name <mail> (url)"` or an object. */
const PersonSchema = Type.Union(
  [
    Type.String(),
    Type.Object({ name: Type.Optional(Type.String()), url: Type.Optional(Type.String()) }),
  ],
  {
    description: 'Who wrote it. An email in it is removed: none is stored or served.',
    examples: ['Tidewater'],
  },
);

/** One command of a Raycast extension; its code is `dist/<name>.js`. */
const RaycastCommandSchema = Type.Object({
  name: Type.Optional(Text('Its code is dist/<name>.js.')),
  title: Type.Optional(Text('What people read.')),
  mode: Type.Optional(Text('view, no-view or menu-bar.')),
});

/**
 * The fields of a `package.json` that the registry reads, with their types. All other keys are kept
 * unchanged. Checks decide which values are allowed.
 */
export const ManifestSchema = Type.Object(
  {
    name: Text(
      `What it is called in addresses and commands: lower-case words and digits joined by hyphens, at most ${maxNameLength} characters. The first account that publishes under a name owns it.`,
      'tide-table',
    ),
    displayName: Type.Optional(
      Text(
        'What people read, at most 100 characters; the name where it is absent. May be %key% of package.nls.json.',
        'Tide Table',
      ),
    ),
    title: Type.Optional(Text("Raycast's word for displayName.", 'Tide Table')),
    version: Type.Optional(
      Text(
        'Semver without +build. Required to publish: here, or with --set-version.',
        '1.2.3',
        '1.3.0-beta.1',
      ),
    ),
    description: Type.Optional(
      Text(
        'One sentence about what it does, at most 500 characters: lists and searches show it.',
        'Shows when the tide turns.',
      ),
    ),
    author: Type.Optional(PersonSchema),
    publisher: Type.Optional(
      Text("VS Code's publisher. It is not read: the registry goes by the account.", 'tidewater'),
    ),
    license: Type.Optional(Text('An SPDX expression, or SEE LICENSE IN <file>.', 'MIT')),
    main: Type.Optional(
      Text(
        'The file that is run, as it is in the package. Native extensions export activate(context) and deactivate() from it.',
        'dist/main.js',
      ),
    ),
    browser: Type.Optional(
      Type.Union([Type.String(), Type.Object({})], {
        description: "VS Code's entry file for the web; an object is for bundlers.",
        examples: ['dist/web.js'],
      }),
    ),
    icon: Type.Optional(
      Text(
        'A square PNG, JPEG or WebP of at least 128 by 128 and at most 2048 by 2048 pixels, at most 1 MiB.',
        'assets/icon.png',
      ),
    ),
    categories: Type.Optional(
      Texts("Categories of the registry; VS Code's and Raycast's are mapped.", 'productivity'),
    ),
    tags: Type.Optional(Texts('Words to be found by.', 'tides', 'harbour')),
    keywords: Type.Optional(Texts("npm's word for tags.", 'tides')),
    repository: Type.Optional(
      Type.Union([Type.String(), Type.Object({ url: Type.Optional(Type.String()) })], {
        description:
          'Where the code is: an https URL, or npm’s short form for GitHub. Relative links of the README lead there.',
        examples: ['github:tidewater/tide-table'],
      }),
    ),
    homepage: Type.Optional(Text('An https URL.', 'https://tides.example')),
    engines: Type.Optional(
      Type.Record(KeySchema, Type.String(), {
        description:
          'Semver ranges of the apps that can run it. orchestra is required for native extensions, vscode for VS Code-compatible ones.',
        examples: [{ orchestra: '^1.0.0' }],
      }),
    ),
    permissions: Type.Optional(
      Type.Array(Type.String({ examples: [...permissions] }), permissionsText),
    ),
    activationEvents: Type.Optional(
      Texts('When the extension is started.', 'onCommand:tide-table.show'),
    ),
    contributes: Type.Optional(
      Type.Object(
        {},
        {
          description:
            'What it adds to the app: commands, themes, snippets, languages. Files that it names must be in the package.',
          examples: [{ commands: [{ command: 'tide-table.show', title: 'Show the tide' }] }],
        },
      ),
    ),
    compat: Type.Optional(
      Type.Enum([...compats], {
        description:
          'Which API it is written for. Inferred where it is absent: engines.vscode means vscode; commands with a mode, or a dependency on @raycast/api, mean raycast; else native.',
        examples: ['native'],
      }),
    ),
    commands: Type.Optional(
      Type.Array(RaycastCommandSchema, {
        description: "Raycast's commands: each has a name, a title and a mode.",
        examples: [[{ name: 'show', title: 'Show the Tide', mode: 'view' }]],
      }),
    ),
    files: Type.Optional(
      Texts(
        'What goes into the package, as globs. Where it is absent: the usual folders, and every file that the manifest names.',
        'dist/**',
        'assets/**',
      ),
    ),
    dependencies: Type.Optional(
      Type.Record(KeySchema, Type.Unknown(), {
        description:
          'Kept as it is and not installed: bundle what the code needs. @raycast/api here means a Raycast extension.',
        examples: [{ '@raycast/api': '^1.80.0' }],
      }),
    ),
    scripts: Type.Optional(
      Type.Record(KeySchema, Type.Unknown(), {
        description: 'For you alone: no script of a package ever runs on a machine of a user.',
        examples: [{ build: 'esbuild src/main.ts --bundle --outdir=dist' }],
      }),
    ),
  },
  { description: 'Manifest of an Orchestra extension (package.json).' },
);
export type ManifestFields = Static<typeof ManifestSchema>;

/** The manifest schema for editors, which also suggests the known permissions. */
export const ManifestEditorSchema = Type.Object(
  {
    ...ManifestSchema.properties,
    permissions: Type.Optional(
      Type.Array(PermissionSchema, { uniqueItems: true, ...permissionsText }),
    ),
  },
  { description: 'Manifest of an Orchestra extension (package.json).' },
);
