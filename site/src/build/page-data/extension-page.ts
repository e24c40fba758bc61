import { PermissionSchema, StatisticsSchema, StatusSchema } from '@orchestra/core';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { RenderedDocSchema } from '../render/rendered-doc.ts';
import { CardSchema } from './card.ts';

/** A notice that people must see before they install. */
export const NoticeSchema = Type.Object({
  kind: Type.Enum(['yanked', 'quarantined']),
  title: Type.String(),
  text: Type.String(),
});
export type Notice = Static<typeof NoticeSchema>;

/** A place in the code of a package. */
export const CodePlaceSchema = Type.Object({
  /** Code or call at this place. */
  what: Type.String(),
  /** File, line and column in the package. */
  at: Type.String(),
  /** The place in the author's source according to a source map; null without one. */
  claimed: Type.Union([Type.String(), Type.Null()]),
  /** A note about this place; null for none. */
  note: Type.Union([Type.String(), Type.Null()]),
});
export type CodePlace = Static<typeof CodePlaceSchema>;

/** The first places of a finding in a package's code, and the number of further ones. */
export const CodePlacesSchema = Type.Object({
  places: Type.Array(CodePlaceSchema),
  more: Type.Integer(),
});
export type CodePlaces = Static<typeof CodePlacesSchema>;

/** A permission with its title and text. */
export const PermissionRowSchema = Type.Object({
  id: PermissionSchema,
  title: Type.String(),
  text: Type.String(),
  dangerous: Type.Boolean(),
  /** Places in the code that need it; null where there is no analysis, or it found none. */
  needed: Type.Union([CodePlacesSchema, Type.Null()]),
});
export type PermissionRow = Static<typeof PermissionRowSchema>;

/** What nobody can tell of a version's code by reading it. */
export const UnclearPartSchema = Type.Object({
  /** Full sentences. */
  text: Type.String(),
  /** Permissions that are meant; empty where the text says it all. */
  permissions: Type.Array(Type.Omit(PermissionRowSchema, ['needed'])),
});
export type UnclearPart = Static<typeof UnclearPartSchema>;

/** The permissions that a version adds and drops compared with the version before. */
export const PermissionChangeSchema = Type.Object({
  /** The version that it is compared with. */
  since: Type.String(),
  added: Type.Array(PermissionSchema),
  /** Those that it newly may need, in code of which nobody can tell. */
  maybe: Type.Array(PermissionSchema),
  removed: Type.Array(PermissionSchema),
});
export type PermissionChange = Static<typeof PermissionChangeSchema>;

/** A row of the versions table. */
export const VersionRowSchema = Type.Object({
  version: Type.String(),
  preRelease: Type.Boolean(),
  publishedAt: Type.String(),
  /** Size of the package in bytes. */
  size: Type.Integer(),
  unpackedSize: Type.Integer(),
  status: StatusSchema,
  reason: Type.Union([Type.String(), Type.Null()]),
  engines: Type.Array(Type.String()),
  sha256: Type.String(),
  packageUrl: Type.String(),
  /** Compared with the version before. */
  permissionChange: Type.Union([PermissionChangeSchema, Type.Null()]),
  /** Provenance in the index entry: names of facts, and their values. */
  provenance: Type.Array(Type.Object({ fact: Type.String(), value: Type.String() })),
});
export type VersionRow = Static<typeof VersionRowSchema>;

/** An extension that another one names by its id in VS Code. */
export const RelatedExtensionSchema = Type.Object({
  id: Type.String(),
  /** Its name in the registry; null where the registry doesn't have it. */
  name: Type.Union([Type.String(), Type.Null()]),
  displayName: Type.String(),
});
export type RelatedExtension = Static<typeof RelatedExtensionSchema>;

/** The data for the page of an extension. */
export const ExtensionPageSchema = Type.Object({
  card: CardSchema,
  /** False where no version is live. */
  live: Type.Boolean(),
  notice: Type.Union([NoticeSchema, Type.Null()]),
  license: Type.Union([Type.String(), Type.Null()]),
  homepage: Type.Union([Type.String(), Type.Null()]),
  repository: Type.Union([Type.String(), Type.Null()]),
  permissions: Type.Array(PermissionRowSchema),
  /** Null where all of its code can be told. */
  unclear: Type.Union([UnclearPartSchema, Type.Null()]),
  /** Places of code that can't be analysed. */
  unresolved: CodePlacesSchema,
  /** Places that use features that Orchestra doesn't have. */
  unsupported: CodePlacesSchema,
  /** The shown version compared with the version before. */
  permissionChange: Type.Union([PermissionChangeSchema, Type.Null()]),
  /** Extensions without which it doesn't work. */
  needs: Type.Array(RelatedExtensionSchema),
  /** Extensions that it is meant to be installed with. */
  brings: Type.Array(RelatedExtensionSchema),
  /** The most similar live extensions. */
  similar: Type.Array(CardSchema),
  /** Statistics when the page was made; null where there was no API to ask. */
  statistics: Type.Union([StatisticsSchema, Type.Null()]),
  readme: Type.Union([RenderedDocSchema, Type.Null()]),
  /** Changelog of the newest versions. */
  changelog: Type.Union([RenderedDocSchema, Type.Null()]),
  /** Changelog of older versions. */
  olderChanges: Type.Union([RenderedDocSchema, Type.Null()]),
  /** Newest first. */
  versions: Type.Array(VersionRowSchema),
});
export type ExtensionPage = Static<typeof ExtensionPageSchema>;
