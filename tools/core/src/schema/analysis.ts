import * as Type from 'typebox';
import type { Static } from 'typebox';
import { PermissionSchema } from './names.ts';

/** Line and column from 1. */
const position = {
  file: Type.String(),
  line: Type.Integer({ minimum: 1 }),
  column: Type.Integer({ minimum: 1 }),
};

/** A position in the code of a package. */
export const PlaceSchema = Type.Object({
  ...position,
  source: Type.Optional(
    Type.Object(position, {
      description:
        "The same place in the author's file, as the source map says: a package may come with one that lies.",
    }),
  ),
});
export type Place = Static<typeof PlaceSchema>;

/** One place that needs a permission. */
export const PermissionUseSchema = Type.Object({
  call: Type.String({ description: 'What is used: `fs.readFile`, `vscode.env.clipboard`.' }),
  place: PlaceSchema,
});
export type PermissionUse = Static<typeof PermissionUseSchema>;

/** A permission that the code uses, with the first places that need it. */
export const UsedPermissionSchema = Type.Object({
  permission: PermissionSchema,
  count: Type.Integer({ minimum: 1, description: 'How many places need it.' }),
  uses: Type.Array(PermissionUseSchema, { description: 'The first of them, at most 20.' }),
});
export type UsedPermission = Static<typeof UsedPermissionSchema>;

/** Code that the analysis can't understand, so that it is unknown which permissions it needs. */
export const UnresolvedCodeSchema = Type.Object({
  reason: Type.Enum(
    [
      'computed-access',
      'passed-on',
      'computed-module',
      'outside-module',
      'evaluated-code',
      'unknown-effect',
      'unreadable',
      'over-limit',
    ],
    {
      description:
        'computed-access: a property whose name is computed; passed-on: an API is given to code that ' +
        'was not followed; computed-module: import or require of a computed name; outside-module: ' +
        'code that is not in the package, or a change of how code is loaded; evaluated-code: ' +
        'eval and its like; unknown-effect: an API whose effect can not be told, or that nobody has ' +
        'judged; unreadable: no JavaScript; over-limit: the analysis was ended.',
    },
  ),
  what: Type.String({ description: 'What could not be resolved: `fs[…]`, `eval`.' }),
  permissions: Type.Array(PermissionSchema, {
    description: 'Those that it may need; all of them where it may be anything.',
  }),
  place: PlaceSchema,
});
export type UnresolvedCode = Static<typeof UnresolvedCodeSchema>;

/** A call that Orchestra doesn't support, with a place that uses it. */
export const UnsupportedUseSchema = Type.Object({
  feature: Type.String({ description: 'In plain words: `custom editors`.' }),
  call: Type.String(),
  place: PlaceSchema,
});
export type UnsupportedUse = Static<typeof UnsupportedUseSchema>;

/** The result of analysing a package's code; stored as `permissions.json` among the docs of a version. */
export const AnalysisSchema = Type.Object({
  format: Type.Literal(1),
  permissions: Type.Array(UsedPermissionSchema, { description: 'In the order of permissions.' }),
  unresolved: Type.Array(UnresolvedCodeSchema, { description: 'At most 50.' }),
  unsupported: Type.Array(UnsupportedUseSchema, { description: 'At most 50.' }),
});
export type Analysis = Static<typeof AnalysisSchema>;

/** An analysis with the details that only checks need. */
export interface PackageAnalysis extends Analysis {
  /** Modules that the code loads and the package doesn't contain; at most 200. Not stored. */
  missing?: MissingModule[];
  /** Files that Node can't load because of how they are written; at most 50. Not stored. */
  misformatted?: { what: FormatFault; place: Place }[];
  /** Files of code that nothing in the package loads, starts or shows, the first 50 by name. Not stored. */
  unreached?: { count: number; paths: string[] };
}

/** A module that code loads and that neither the package nor what runs it provides. */
export interface MissingModule {
  module: string;
  place: Place;
  /** True where the file can't be loaded without it; false in a `try`, a condition, or where it is loaded later. */
  isCertain: boolean;
  /** The file that is there under another name, where an ES module has to name it whole. */
  instead?: string;
  /** Set where the app gives it to extensions, and a program of its own loads it. */
  inProgram?: true;
  /** Set where it is part of Node, which isn't there where the code runs. */
  ofNode?: true;
}

/** Why Node can't load a file: it has the syntax of the other format, or `await` at its top and is required. */
export type FormatFault = 'esm-in-commonjs' | 'commonjs-in-esm' | 'await-in-required';
