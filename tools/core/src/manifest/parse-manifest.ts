import { type Mismatch, parseValue } from '../parse/parse-value.ts';
import { problem, type Problem } from '../problems/problem.ts';
import { type ManifestFields, ManifestSchema } from '../schema/manifest.ts';
import type { Category, Compat } from '../schema/names.ts';
import { findEmails } from './find-emails.ts';
import type { EntryFile, Manifest } from './manifest.ts';
import { mapCategory } from './map-categories.ts';
import { isRecord, readJson } from './read-json.ts';
import { manifestUrl, repositoryFolderUrl, repositoryUrl } from './repository-url.ts';
import { withoutEmails } from './strip-emails.ts';

/** A parsed manifest and the problems found while parsing. */
export interface ParsedManifest {
  /** Null where the text isn't a JSON object. */
  manifest: Manifest | null;
  problems: Problem[];
}

/**
 * Parses a `package.json` of any of the three kinds. A field of the wrong type becomes a problem and is left
 * out, so that everything else can still be checked.
 *
 * @param localized.nls text of `package.nls.json`, from which VS Code resolves `%key%`
 */
export function parseManifest(text: string, localized: { nls?: string } = {}): ParsedManifest {
  const read = readJson(text, { path: 'package.json' });
  if (read.value === null) return { manifest: null, problems: read.problems };
  const { fields, problems } = readFields(read.value);
  const nls = readNls(localized.nls);
  return { manifest: toManifest(fields, { raw: read.value, nls }), problems };
}

/** Removes fields that don't match the schema until the rest matches. */
function readFields(raw: Record<string, unknown>): { fields: ManifestFields; problems: Problem[] } {
  const rest = { name: '', ...raw };
  const problems: Problem[] = [];
  for (;;) {
    const checked = parseValue(ManifestSchema, rest);
    if (checked.ok) return { fields: checked.value, problems };
    problems.push(...dropUnionNoise(checked.errors).map(shapeProblem));
    // the validator limits its number of errors, so that removing these fields may show more
    for (const error of checked.errors) Reflect.deleteProperty(rest, fieldOf(error));
    rest.name ??= '';
  }
}

function fieldOf({ path }: Mismatch): string {
  return path.split('/')[1] ?? '';
}

function shapeProblem(error: Mismatch): Problem {
  return problem('manifest-shape', {
    path: `package.json#${error.path}`,
    message: `${error.path.slice(1)} ${error.message}; found ${error.found}`,
  });
}

/**
 * Keeps one error per union: the validator reports a mismatch for each member and once more for the whole.
 */
function dropUnionNoise<T extends { path: string }>(errors: readonly T[]): T[] {
  const seen = new Set<string>();
  return errors.filter((error) => !seen.has(error.path) && seen.add(error.path));
}

function toManifest(
  fields: ManifestFields,
  from: { raw: Record<string, unknown>; nls: Record<string, unknown> },
): Manifest {
  const localize = (text: string | undefined) => {
    const resolved = resolveKey(text, from.nls);
    return resolved === undefined ? undefined : withoutEmails(resolved).trim();
  };
  const compat = fields.compat ?? inferCompat(fields);
  const displayName = localize(fields.displayName ?? fields.title);
  return {
    name: fields.name,
    version: fields.version,
    compat,
    displayName: displayName === undefined || displayName === '' ? fields.name : displayName,
    description: localize(fields.description) ?? '',
    author: readAuthor(fields),
    license: fields.license,
    entryFiles: entryFiles(fields, compat),
    icon: fields.icon === undefined ? undefined : iconPath(fields.icon, compat),
    categories: readCategories(fields.categories ?? []),
    tags: readTags([...(fields.tags ?? []), ...(fields.keywords ?? [])]),
    repository: readRepository(fields.repository),
    homepage: fields.homepage === undefined ? undefined : manifestUrl(fields.homepage),
    engines: fields.engines ?? {},
    permissions: fields.permissions ?? [],
    raw: from.raw,
  };
}

function inferCompat(fields: ManifestFields): Compat {
  if (fields.engines?.['vscode'] !== undefined) return 'vscode';
  const commands = fields.commands ?? [];
  if (commands.some((command) => command.mode !== undefined)) return 'raycast';
  return fields.dependencies?.['@raycast/api'] === undefined ? 'native' : 'raycast';
}

function readAuthor(fields: ManifestFields): string | undefined {
  const written = typeof fields.author === 'string' ? fields.author : fields.author?.name;
  const name = written?.replace(/[<(].*$/s, '').trim();
  return name === undefined || name === '' || findEmails(name).length > 0 ? undefined : name;
}

function entryFiles(fields: ManifestFields, compat: Compat): EntryFile[] {
  const files: EntryFile[] = [];
  if (fields.main !== undefined) files.push({ pointer: '/main', path: relative(fields.main) });
  if (compat === 'vscode' && typeof fields.browser === 'string') {
    files.push({ pointer: '/browser', path: relative(fields.browser) });
  }
  if (compat !== 'raycast') return files;
  for (const [at, command] of (fields.commands ?? []).entries()) {
    if (command.name === undefined || command.name === '') continue;
    files.push({ pointer: `/commands/${at}/name`, path: `dist/${command.name}.js` });
  }
  return files;
}

/** Path of an icon. Raycast looks for it in `assets/`. */
function iconPath(written: string, compat: Compat): string {
  const path = relative(written);
  return compat === 'raycast' && !path.startsWith('assets/') ? `assets/${path}` : path;
}

function relative(path: string): string {
  return path.replace(/^(?:\.\/)+/, '');
}

function readCategories(written: readonly string[]): Category[] {
  const mapped = written.map(mapCategory).filter((category) => category != null);
  return [...new Set(mapped)];
}

function readTags(written: readonly string[]): string[] {
  const tags = written.map((tag) => tag.trim().toLowerCase()).filter((tag) => tag !== '');
  return [...new Set(tags)].filter(isTag).slice(0, 30);
}

function isTag(tag: string): boolean {
  return tag.length <= 50 && !/[\p{Cc}\p{Cf}]/u.test(tag) && findEmails(tag).length === 0;
}

function readRepository(written: ManifestFields['repository']): string | undefined {
  const text = typeof written === 'string' ? written : written?.url;
  const url = text === undefined ? undefined : repositoryUrl(text);
  const given: unknown = written;
  const directory = isRecord(given) ? given['directory'] : undefined;
  return url === undefined ? undefined : repositoryFolderUrl(url, directory);
}

function readNls(text: string | undefined): Record<string, unknown> {
  if (text === undefined) return {};
  return readJson(text, { path: 'package.nls.json' }).value ?? {};
}

/**
 * Resolves VS Code's `%key%` from `package.nls.json`. Source:
 * https://code.visualstudio.com/api/references/vscode-api#l10n
 */
function resolveKey(text: string | undefined, nls: Record<string, unknown>): string | undefined {
  const key = /^%(.+)%$/.exec(text ?? '')?.[1];
  if (key === undefined || !Object.hasOwn(nls, key)) return text;
  const value = nls[key];
  if (typeof value === 'string') return value;
  return isRecord(value) && typeof value['message'] === 'string' ? value['message'] : text;
}
