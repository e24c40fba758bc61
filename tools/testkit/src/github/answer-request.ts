import { answerGit } from './git/answer-git.ts';
import { parseGitPath } from './git/git-path.ts';
import { answerApi, type ApiParts, type Incoming } from './http/answer-api.ts';
import type { Answer } from './http/route.ts';
import { answerLogin } from './login/answer-login.ts';
import { answerDownload } from './storage/answer-download.ts';
import type { World } from './state/world.ts';

/** The one operation that is of the host of uploads, and not of the API's. */
const upload = /^\/repos\/[^/]+\/[^/]+\/releases\/\d+\/assets$/;

/** Answers a request to GitHub: to its API, to the host of uploads, or to its site. */
export async function answerRequest(
  world: World,
  parts: ApiParts,
  request: Omit<Incoming, 'path'>,
): Promise<Answer> {
  const { url, method } = request;
  const { pathname } = url;
  if (pathname === '/api' || pathname.startsWith('/api/')) {
    const path = pathname.slice('/api'.length);
    if (method === 'POST' && upload.test(path))
      return { status: 404, body: { message: 'Not Found' } };
    return answerApi(world, parts, { ...request, path });
  }
  if (pathname.startsWith('/uploads/')) {
    const path = pathname.slice('/uploads'.length);
    if (!upload.test(path)) return { status: 404, body: { message: 'Not Found' } };
    return answerApi(world, parts, { ...request, path });
  }
  if (pathname.startsWith('/login/')) return answerLogin(world, { ...request, path: pathname });
  const git = parseGitPath(url);
  if (git !== null) return answerGit(world, { ...request, git });
  return answerDownload(world, pathname);
}
