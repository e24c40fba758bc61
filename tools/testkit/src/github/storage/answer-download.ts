import type { Answer } from '../http/route.ts';
import type { World } from '../state/world.ts';
import { storageUrl } from './storage-url.ts';

/** Answers a request to the site: `/OWNER/REPO/releases/download/TAG/NAME` is all that it has. */
export function answerDownload(world: World, path: string): Answer {
  const pattern = /^\/([^/]+\/[^/]+)\/releases\/download\/([^/]+)\/([^/]+)$/;
  const match = pattern.exec(path);
  const repository = world.findRepository(match?.[1] ?? '');
  const [tag, name] = [decode(match?.[2]), decode(match?.[3])];
  const asset = repository?.releases
    .find((release) => !release.draft && release.tag === tag)
    ?.assets.find((one) => one.name === name);
  if (repository === null || repository.private || asset === undefined) {
    return { status: 404, bytes: Buffer.from('Not Found') };
  }
  return { status: 302, headers: { location: storageUrl(world, asset) } };
}

function decode(text = ''): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
