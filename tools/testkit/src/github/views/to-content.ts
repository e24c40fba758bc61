import type { TreeEntry } from '../git/list-tree.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { repositoryPage, repositoryUrl } from './to-repository.ts';

/** A file or a folder as the contents tell it; with its bytes where they are told too. */
export function toContent(
  world: World,
  of: { repository: Repository; ref: string; entry: TreeEntry; bytes?: Buffer },
) {
  const { repository, ref, entry, bytes } = of;
  const path = entry.path.split('/').map(encodeURIComponent).join('/');
  const base = repositoryUrl(world, repository);
  const page = repositoryPage(world, repository);
  const kind = entry.type === 'tree' ? 'tree' : 'blob';
  const url = `${base}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const gitUrl = `${base}/git/${kind}s/${entry.sha}`;
  const htmlUrl = `${page}/${kind}/${ref}/${path}`;
  return {
    type: typeOf(entry),
    name: entry.path.split('/').at(-1),
    path: entry.path,
    sha: entry.sha,
    size: entry.size ?? 0,
    url,
    git_url: gitUrl,
    html_url: htmlUrl,
    download_url: kind === 'tree' ? null : `${page}/raw/${ref}/${path}`,
    _links: { self: url, git: gitUrl, html: htmlUrl },
    ...(bytes === undefined ? {} : { encoding: 'base64', content: encode(bytes) }),
    ...(entry.mode === '120000' && bytes !== undefined ? { target: bytes.toString('utf8') } : {}),
  };
}

function typeOf({ mode, type }: TreeEntry): string {
  if (type === 'tree') return 'dir';
  if (type === 'commit') return 'submodule';
  return mode === '120000' ? 'symlink' : 'file';
}

/** GitHub breaks its base64 into lines. */
function encode(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll(/.{60}/g, '$&\n');
}
