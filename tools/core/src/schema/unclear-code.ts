import * as Type from 'typebox';
import type { Static } from 'typebox';
import { PermissionSchema } from './names.ts';

/** Code of a version of which nobody can tell by reading it what it uses. A person let it pass. */
export const UnclearCodeSchema = Type.Object(
  {
    mayNeed: Type.Array(PermissionSchema, {
      uniqueItems: true,
      description:
        'Permissions that it may need and that are not declared; empty without such code.',
    }),
  },
  {
    description:
      'Code of which nobody can tell by reading it what it uses, and which a person of the registry cleared.',
  },
);
export type UnclearCode = Static<typeof UnclearCodeSchema>;
