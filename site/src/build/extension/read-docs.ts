import { docUrl, type IndexEntry, type IndexVersion, splitChangelog } from '@orchestra/core';
import { type Links, repositoryFiles } from './read-links.ts';
import { type DocCacheOptions, renderCached } from '../render/doc-cache.ts';
import type { DocContext } from '../render/doc-context.ts';
import type { RenderedDoc } from '../render/rendered-doc.ts';
import { readImageSize, type StoredImage } from '../render/stored-image.ts';
import type { SiteSource } from '../site-source.ts';

/** The texts of a version, rendered for display. */
export interface RenderedDocs {
  readme: RenderedDoc | null;
  /** The changelog of the newest versions. */
  changelog: RenderedDoc | null;
  /** The changelog of older versions. */
  olderChanges: RenderedDoc | null;
}

/** Reads and renders README and changelog. A quarantined version has none, because its texts may mislead. */
export async function readDocs(
  entry: IndexEntry,
  from: { version: IndexVersion; source: SiteSource; links: Links; cache: DocCacheOptions },
): Promise<RenderedDocs> {
  const { version, source, links, cache } = from;
  if (version.status === 'quarantined') return noDocs;
  const of = { name: entry.name, version: version.version };
  const surroundings = {
    images: await storedImages(version, { ...of, source, directory: cache.directory }),
    repositoryFiles: repositoryFiles(links),
  };
  const read = async (path: string) => {
    const bytes = version.docs[path] === undefined ? null : await source.readDoc({ ...of, path });
    return bytes?.toString('utf8').replace(/^\uFEFF/, '') ?? '';
  };
  const render = async (text: string, own: Pick<DocContext, 'idPrefix' | 'titles'>) =>
    text.trim() === ''
      ? null
      : renderCached(text, { ...cache, context: { ...surroundings, ...own } });
  const changes = splitRecent(await read('changelog.md'));
  const titles = ['changelog', 'change log', 'changes'];
  return {
    readme: await render(await read('readme.md'), {
      idPrefix: 'readme-',
      titles: [entry.displayName.toLowerCase(), entry.name],
    }),
    changelog: await render(changes.recent, { idPrefix: 'changelog-', titles }),
    olderChanges: await render(changes.older, { idPrefix: 'older-', titles }),
  };
}

const noDocs: RenderedDocs = { readme: null, changelog: null, olderChanges: null };

/** Number of versions whose changes are shown at once. */
const recentVersions = 5;

/** Splits a changelog after its newest versions; a short one isn't split. */
function splitRecent(text: string): { recent: string; older: string } {
  const sections = splitChangelog(text);
  const versions = sections.flatMap(({ version }, nth) => (version === null ? [] : [nth]));
  const end = versions[recentVersions];
  if (end === undefined || versions.length <= recentVersions + 1)
    return { recent: text, older: '' };
  const join = (part: typeof sections) => part.map((section) => section.text).join('\n\n');
  return { recent: join(sections.slice(0, end)), older: join(sections.slice(end)) };
}

async function storedImages(
  version: IndexVersion,
  of: { name: string; version: string; source: SiteSource; directory: string },
): Promise<Record<string, StoredImage>> {
  const { source, directory, ...place } = of;
  const images: Record<string, StoredImage> = {};
  for (const [path, sha256] of Object.entries(version.docs)) {
    if (!path.startsWith('files/')) continue;
    const read = () => source.readDoc({ ...place, path });
    images[path.slice('files/'.length)] = {
      url: docUrl(source.config, { ...place, path }),
      size: await readImageSize(sha256, { directory, read }),
    };
  }
  return images;
}
