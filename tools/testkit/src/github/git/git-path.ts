/** A request of git over HTTP: `/OWNER/REPO.git/…`, or without `.git`. */
export interface GitRequest {
  name: string;
  /** `/info/refs`, `/git-upload-pack` or `/git-receive-pack`. */
  service: string;
  /** True for what only a push asks. */
  pushes: boolean;
}

/** Reads the path of a request; null where it is none of git. */
export function parseGitPath(url: URL): GitRequest | null {
  const pattern =
    /^\/([^/]+\/[^/]+?)(?:\.git)?(\/(?:info\/refs|git-upload-pack|git-receive-pack))$/;
  const match = pattern.exec(url.pathname);
  if (match === null) return null;
  const [, name = '', service = ''] = match;
  const asked = url.searchParams.get('service');
  return { name, service, pushes: service === '/git-receive-pack' || asked === 'git-receive-pack' };
}
