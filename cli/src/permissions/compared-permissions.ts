import { type Static, Type } from 'typebox';

const permissionNames = Type.Array(Type.String());

/** A difference of what is declared, found in the code and seen at run time. */
export const PermissionDifferenceSchema = Type.Object(
  {
    severity: Type.Enum(['error', 'warning', 'note']),
    permission: Type.String(),
    what: Type.Enum(['used-undeclared', 'found-undeclared', 'declared-unused', 'not-seen']),
    place: Type.Union([Type.String(), Type.Null()], {
      description:
        'Of the use, else of the declaration: `src/main.ts:12:5`, `package.json#/permissions/1`; null where it is not known.',
    }),
  },
  { additionalProperties: false },
);

/** See {@link PermissionDifferenceSchema}. */
export type PermissionDifference = Static<typeof PermissionDifferenceSchema>;

/** Members of {@link ComparedPermissionsSchema}. */
export const comparedProperties = {
  declared: permissionNames,
  found: Type.Union([permissionNames, Type.Null()], {
    description: 'In the code; null where it could not be read.',
  }),
  seen: Type.Union([permissionNames, Type.Null()], {
    description: 'In calls, also in those that were refused; null where nothing ran.',
  }),
  differences: Type.Array(PermissionDifferenceSchema, { description: 'The worst first.' }),
};

/** The permissions of an extension, by where they are known from, and how these differ. */
export const ComparedPermissionsSchema = Type.Object(comparedProperties, {
  additionalProperties: false,
});

/** See {@link ComparedPermissionsSchema}. */
export type ComparedPermissions = Static<typeof ComparedPermissionsSchema>;
