import { PermissionSchema, StatisticsSchema, StatusSchema } from '@orchestra/core';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { RenderedDocSchema } from '../render/rendered-doc.ts';
import { CardSchema } from './card.ts';

/** Something that people must know before they install. */
export const NoticeSchema = Type.Object({
  kind: Type.Enum(['yanked', 'quarantined']),
  title: Type.String(),
  text: Type.String(),
});
export type Notice = Static<typeof NoticeSchema>;

/** A place in the code of a package. */
export const CodePlaceSchema = Type.Object({
  /** What stands there. */
  what: Type.String(),
  /** File, line and column in the package. */
  at: Type.String(),
  /** The same in the author's file, where a source map says so. */
  claimed: Type.Union([Type.String(), Type.Null()]),
  /** What is to be said of it. */
  note: Type.Union([Type.String(), Type.Null()]),
});
export type CodePlace = Static<typeof CodePlaceSchema>;

/** The first places of something in the code of a package, and how many there are more. */
export const CodePlacesSchema = Type.Object({
  places: Type.Array(CodePlaceSchema),
  more: Type.Integer(),
});
export type CodePlaces = Static<typeof CodePlacesSchema>;

/** A permission in plain words. */
export const PermissionRowSchema = Type.Object({
  id: PermissionSchema,
  title: Type.String(),
  text: Type.String(),
  dangerous: Type.Boolean(),
  /** Where the code needs it; null where nobody read the code, or found no place. */
  needed: Type.Union([CodePlacesSchema, Type.Null()]),
});
export type PermissionRow = Static<typeof PermissionRowSchema>;

/** What a version may do that the one before it might not, and the other way round. */
export const PermissionChangeSchema = Type.Object({
  /** The version before. */
  since: Type.String(),
  added: Type.Array(PermissionSchema),
  removed: Type.Array(PermissionSchema),
});
export type PermissionChange = Static<typeof PermissionChangeSchema>;

/** A row of the versions table. */
export const VersionRowSchema = Type.Object({
  version: Type.String(),
  preRelease: Type.Boolean(),
  publishedAt: Type.String(),
  /** Bytes of the package. */
  size: Type.Integer(),
  unpackedSize: Type.Integer(),
  status: StatusSchema,
  reason: Type.Union([Type.String(), Type.Null()]),
  engines: Type.Array(Type.String()),
  sha256: Type.String(),
  packageUrl: Type.String(),
  /** Against the version before. */
  permissionChange: Type.Union([PermissionChangeSchema, Type.Null()]),
  /** What the index says of where it was built: names of facts, and the facts. */
  provenance: Type.Array(Type.Object({ fact: Type.String(), value: Type.String() })),
});
export type VersionRow = Static<typeof VersionRowSchema>;

/** Everything on the page of one extension. */
export const ExtensionPageSchema = Type.Object({
  card: CardSchema,
  /** False where no version is offered. */
  live: Type.Boolean(),
  notice: Type.Union([NoticeSchema, Type.Null()]),
  license: Type.Union([Type.String(), Type.Null()]),
  homepage: Type.Union([Type.String(), Type.Null()]),
  repository: Type.Union([Type.String(), Type.Null()]),
  permissions: Type.Array(PermissionRowSchema),
  /** Code of which nobody can tell what it uses. */
  unresolved: CodePlacesSchema,
  /** What Orchestra doesn't have. */
  unsupported: CodePlacesSchema,
  /** Against the version before the shown one. */
  permissionChange: Type.Union([PermissionChangeSchema, Type.Null()]),
  /** Those most alike, live ones only. */
  similar: Type.Array(CardSchema),
  /** As they were when the page was made; null where there is no API to ask. */
  statistics: Type.Union([StatisticsSchema, Type.Null()]),
  readme: Type.Union([RenderedDocSchema, Type.Null()]),
  /** Of the newest versions. */
  changelog: Type.Union([RenderedDocSchema, Type.Null()]),
  /** Of all versions before those. */
  olderChanges: Type.Union([RenderedDocSchema, Type.Null()]),
  /** Newest first. */
  versions: Type.Array(VersionRowSchema),
});
export type ExtensionPage = Static<typeof ExtensionPageSchema>;
