import {
  type Analysis,
  formatBytes,
  type IndexEntry,
  type IndexVersion,
  latestVersion,
  RegistryError,
} from '@orchestra/core';
import { count, plain, renderTable, type Style } from '@orchestra/terminal';
import { prerelease } from 'semver';
import type { Command, CommandContext } from '../command.ts';
import { fetchPopularity, type Popularity } from '../registry/fetch-popularity.ts';
import { findByExtensionId } from '../registry/find-by-extension-id.ts';
import { readAnalysis } from '../registry/read-analysis.ts';
import { connectRegistry, type RegistryClient } from '../registry/registry-client.ts';
import { formatDay } from '../render/format-day.ts';
import { note } from '../render/note.ts';
import { renderAnalysis } from '../render/render-analysis.ts';
import { renderPermissions } from '../render/render-permissions.ts';
import { readInstalled } from '../store/read-installed.ts';

/** An extension that another one names. */
export interface NamedExtension {
  /** `publisher.name` */
  id: string;
  kind: 'needed' | 'in-pack';
  /** Its name in the registry; null where the registry doesn't have it. */
  name: string | null;
}

/** The details of an extension. */
export interface ShowResult {
  entry: IndexEntry;
  /** Newest live version; null where there is none. */
  latest: IndexVersion | null;
  /** Result of the analysis of that version's code; null where there is none. */
  analysis: Analysis | null;
  /** Version installed on this machine; null where none is. */
  installed: string | null;
  /** Extensions that it names, by their ids in VS Code. */
  related: NamedExtension[];
  /** URL of its page. */
  page: string;
  /** Null where no API provides it. */
  rating: NonNullable<Popularity['rating']> | null;
  /** Number of accounts that have or had it; null where no API provides it. */
  installs: number | null;
}

/**
 * Shows an extension from the static index, with what its documents and the API add. Where those don't
 * answer, only their part is missing.
 */
export const show: Command<{ name: string }, ShowResult> = {
  async run({ name: asked }, context) {
    const client = await connectRegistry(context);
    const entry = await client.entry(asked);
    const { name } = entry;
    const latest = latestVersion(entry);
    const { state } = await readInstalled(context);
    const analysis = await findAnalysis({ name, version: latest }, { client, context });
    const { rating = null, installs = null } = await findPopularity(name, { client, context });
    const related = latest === null ? [] : await findRelated(latest, client);
    return {
      entry,
      latest,
      analysis,
      installed: state.extensions[name]?.version ?? null,
      related,
      page: `${client.config.site}/extensions/${name}/`,
      rating,
      installs,
    };
  },
  text(result, style) {
    const { entry, latest, analysis, installed } = result;
    const lines = [
      `${style.bold(plain(entry.displayName))} ${style.dim(entry.name)}`,
      plain(entry.description),
      '',
      renderTable(facts(result, style)),
      '',
      latest === null
        ? style.yellow('No version is offered; see why: orchestra ext versions ' + entry.name)
        : `It may:\n${renderPermissions({ ...latest, isCleared: true }, style)}`,
    ];
    const used = analysis === null ? '' : renderAnalysis(analysis, style);
    if (used !== '') lines.push('', used);
    if (latest !== null && installed === null) {
      const asked = prerelease(latest.version) === null ? '' : ' --pre-release';
      lines.push('', style.dim(`Install it: orchestra ext install ${entry.name}${asked}`));
    }
    return lines.join('\n');
  },
};

async function findRelated(
  { vscode }: IndexVersion,
  client: RegistryClient,
): Promise<NamedExtension[]> {
  const all = [
    ...(vscode?.extensionDependencies ?? []).map((id) => ({ id, kind: 'needed' as const })),
    ...(vscode?.extensionPack ?? []).map((id) => ({ id, kind: 'in-pack' as const })),
  ];
  return Promise.all(
    all.map(async (one) => ({
      ...one,
      name: (await findByExtensionId(one.id, client))?.name ?? null,
    })),
  );
}

async function findAnalysis(
  { name, version }: { name: string; version: IndexVersion | null },
  { client, context }: { client: RegistryClient; context: CommandContext },
): Promise<Analysis | null> {
  try {
    return version === null ? null : await readAnalysis({ name, version }, client);
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    note(`What its code uses is not known: ${error.message}`, context);
    return null;
  }
}

async function findPopularity(
  name: string,
  of: { client: RegistryClient; context: CommandContext },
): Promise<Popularity> {
  try {
    return await fetchPopularity(name, { config: of.client.config, context: of.context });
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    note(`Its rating and installs are not known: ${error.message}`, of.context);
    return {};
  }
}

function facts(result: ShowResult, style: Style): string[][] {
  const { entry, latest, installed, page, rating, installs } = result;
  const rows = [
    ['publisher', entry.owners.map(({ login }) => login).join(', ')],
    ['kind', entry.compat],
    ['licence', plain(entry.license ?? 'none')],
    ['categories', entry.categories.join(', ')],
    ['homepage', plain(entry.homepage ?? '')],
    ['needs', relatedText(result.related, 'needed')],
    ['brings', relatedText(result.related, 'in-pack')],
    ['page', page],
    ['rating', renderRating(rating, style)],
    ['installs', installs?.toLocaleString('en') ?? ''],
    ['installed', installed ?? ''],
  ];
  if (latest !== null) {
    const engine = latest.engines['orchestra'];
    const about = `${formatDay(latest.publishedAt)}, ${formatBytes(latest.size)}`;
    rows.unshift(['version', `${style.green(latest.version)} (${about})`]);
    if (engine !== undefined) rows.push(['needs', `Orchestra ${plain(engine)}`]);
  }
  return rows
    .filter(([, value]) => value !== '')
    .map(([label = '', value = '']) => [style.dim(label), value]);
}

function relatedText(related: readonly NamedExtension[], kind: NamedExtension['kind']): string {
  return related
    .filter((one) => one.kind === kind)
    .map(({ id, name }) => plain(`${id} (${name === null ? 'not in this registry' : name})`))
    .join(', ');
}

function renderRating(rating: ShowResult['rating'], style: Style): string {
  if (rating === null || rating.average === null) return '';
  return `${style.yellow('★')} ${rating.average.toFixed(1)} (${count(rating.count, 'rating')})`;
}
