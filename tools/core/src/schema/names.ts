import * as Type from 'typebox';
import type { Static } from 'typebox';

/** What a registry name looks like: lower-case words of letters and digits, joined by single hyphens. */
export const namePattern = '^[a-z0-9]+(-[a-z0-9]+)*$';

/** The longest registry name, in characters. */
export const maxNameLength = 100;

/** A registry name. Reserved names and Windows device names are refused by a check, not by the schema. */
export const NameSchema = Type.String({ pattern: namePattern, maxLength: maxNameLength });

/**
 * Any key of a record. TypeBox's own pattern, `^.*$`, doesn't match a key with a line break, whose value
 * would then go unchecked.
 */
export const KeySchema = Type.String({ pattern: '^[\\s\\S]*$' });

/** A SHA-256 digest in lower-case hex. */
export const Sha256Schema = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** A semver version without build metadata (https://semver.org, item 9 and 11). */
export const VersionSchema = Type.String({
  pattern:
    '^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-((0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)(\\.(0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?$',
  maxLength: 256,
});

/** The three kinds of extension that Orchestra runs. */
export const compats = ['native', 'raycast', 'vscode'] as const;
/** One of {@link compats}. */
export const CompatSchema = Type.Enum([...compats]);
/** One of {@link compats}. */
export type Compat = Static<typeof CompatSchema>;

/** The registry's categories, in display order. */
export const categories = [
  'languages',
  'themes',
  'productivity',
  'ai',
  'git',
  'debugging',
  'testing',
  'formatters',
  'data',
  'visualization',
  'deployment',
  'collaboration',
] as const;
/** One of {@link categories}. */
export const CategorySchema = Type.Enum([...categories]);
/** One of {@link categories}. */
export type Category = Static<typeof CategorySchema>;

/** The permissions that an extension may ask for, in display order; `system.exec` is the dangerous one. */
export const permissions = [
  'filesystem.read',
  'filesystem.write',
  'network',
  'ai.chat',
  'ai.embed',
  'clipboard',
  'notifications',
  'terminal',
  'git',
  'secrets',
  'system.exec',
] as const;
/** One of {@link permissions}. */
export const PermissionSchema = Type.Enum([...permissions]);
/** One of {@link permissions}. */
export type Permission = Static<typeof PermissionSchema>;
