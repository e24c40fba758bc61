import { orNull } from './github-error.ts';
import type { GitHub } from './open-github.ts';
import { requireRepositoryName } from './repository-name.ts';

/** A file of a repository. */
export interface RepositoryFile {
  /** `owner/name`. */
  repository: string;
  path: string;
  /** A commit or branch. */
  ref: string;
}

/** Reads a text file of a repository; null where it doesn't exist or isn't visible. */
export async function readRepositoryFile(
  { repository, path, ref }: RepositoryFile,
  github: GitHub,
): Promise<string | null> {
  const found = await orNull(
    github.rest.repos.getContent({
      ...requireRepositoryName(repository),
      path,
      ref,
      mediaType: { format: 'raw' }, // as JSON, a file of over a MiB comes without its content
    }),
  );
  const content: unknown = found?.data;
  if (content instanceof ArrayBuffer) return new TextDecoder().decode(content);
  return typeof content === 'string' ? content : null;
}
