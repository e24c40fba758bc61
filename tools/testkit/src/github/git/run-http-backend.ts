import { runElsewhere } from '@orchestra/registry/git-process';
import { basename, dirname } from 'node:path';
import { keptEnvironment } from '../../run-process.ts';
import type { Answer } from '../http/route.ts';
import { gitEnvironment } from './git.ts';

/** What git is asked over HTTP. */
export interface BackendRequest {
  directory: string;
  method: string;
  service: string;
  /** Without the question mark. */
  query: string;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** Who pushes; null for nobody. */
  user: string | null;
  /** More for its hooks. */
  env: Readonly<Record<string, string>>;
}

/** Lets git answer a clone, a fetch or a push over HTTP. */
export async function runHttpBackend(request: BackendRequest): Promise<Answer> {
  const { directory, headers } = request;
  const { stdout } = await runElsewhere({
    args: ['-c', 'core.fsync=none', 'http-backend'],
    input: request.body,
    env: {
      ...keptEnvironment,
      ...gitEnvironment,
      ...request.env,
      GIT_PROJECT_ROOT: dirname(directory),
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: `/${basename(directory)}${request.service}`,
      REQUEST_METHOD: request.method,
      QUERY_STRING: request.query,
      CONTENT_TYPE: headers['content-type'] ?? '',
      CONTENT_LENGTH: String(request.body.length),
      REMOTE_ADDR: '127.0.0.1',
      HTTP_CONTENT_ENCODING: headers['content-encoding'],
      GIT_PROTOCOL: headers['git-protocol'],
      REMOTE_USER: request.user ?? undefined,
    },
  });
  return parseCgi(Buffer.from(stdout));
}

/** Header lines, an empty one, then the body. */
function parseCgi(printed: Buffer): Answer {
  const end = printed.indexOf('\r\n\r\n');
  if (end === -1) return { status: 500, bytes: Buffer.from('git gave no answer') };
  const headers: Record<string, string> = {};
  for (const line of printed.toString('latin1', 0, end).split('\r\n')) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  const { status = '200', ...rest } = headers;
  return {
    status: Number.parseInt(status, 10),
    headers: rest,
    bytes: printed.subarray(end + 4),
  };
}
