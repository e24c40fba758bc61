import { legalName } from '../names/legal-name.ts';
import type { IndexEntry } from '../schema/index-entry.ts';
import {
  extensionIdPattern,
  mostRelated,
  type VscodeRelations,
} from '../schema/vscode-relations.ts';
import type { Manifest } from './manifest.ts';

/**
 * Reads how a VS Code-compatible extension is called there, and which others it names. Source:
 * https://code.visualstudio.com/api/references/extension-manifest
 *
 * @returns undefined for other kinds, and where the manifest says nothing of it
 */
export function readVscodeRelations({
  name,
  compat,
  raw,
}: Pick<Manifest, 'name' | 'compat' | 'raw'>): VscodeRelations | undefined {
  if (compat !== 'vscode') return undefined;
  const { publisher } = raw;
  const id = typeof publisher === 'string' ? asExtensionId(`${publisher}.${name}`) : null;
  const extensionDependencies = readIds(raw['extensionDependencies']);
  const extensionPack = readIds(raw['extensionPack']);
  if (id === null && extensionDependencies.length + extensionPack.length === 0) return undefined;
  return { ...(id === null ? {} : { id }), extensionDependencies, extensionPack };
}

/** The id without blanks around it; null for what is no `publisher.name`. */
export function asExtensionId(written: unknown): string | null {
  if (typeof written !== 'string') return null;
  const id = written.trim();
  return new RegExp(extensionIdPattern).test(id) ? id : null;
}

/**
 * Names under which the registry may have an extension of VS Code. An entry of such a name is that extension
 * only where {@link isExtensionOf} says so.
 */
export function namesOfExtensionId(id: string): string[] {
  const { name } = splitId(id);
  return [...new Set([legalName(name), legalName(name.toLowerCase())])].filter((one) => one !== '');
}

/**
 * True where a version that is offered has the id. Case doesn't count, as in VS Code; nor do the hyphens that
 * a registry name may have in place of capitals and dots.
 */
export function isExtensionOf(id: string, { versions }: Pick<IndexEntry, 'versions'>): boolean {
  return extensionIdsOf({ versions }).some((own) => isSameExtensionId(own, id));
}

/** The ids in VS Code of the versions that are offered, each once. */
export function extensionIdsOf({ versions }: Pick<IndexEntry, 'versions'>): string[] {
  const live = versions.filter(({ status }) => status === 'live');
  return [...new Set(live.map(({ vscode }) => vscode?.id).filter((id) => id !== undefined))];
}

/** True for ids of one extension: see {@link isExtensionOf}. */
export function isSameExtensionId(left: string, right: string): boolean {
  const [one, other] = [splitId(left), splitId(right)];
  return (
    one.publisher.toLowerCase() === other.publisher.toLowerCase() &&
    skeleton(one.name) === skeleton(other.name)
  );
}

function skeleton(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

function splitId(id: string): { publisher: string; name: string } {
  const at = id.indexOf('.');
  return { publisher: id.slice(0, at), name: id.slice(at + 1) };
}

/** The ids of a list, each once; what is none is left out. */
function readIds(written: unknown): string[] {
  if (!Array.isArray(written)) return [];
  const ids = written.map(asExtensionId).filter((id) => id !== null);
  const byId = new Map(ids.map((id) => [id.toLowerCase(), id]));
  return [...byId.values()].slice(0, mostRelated);
}
