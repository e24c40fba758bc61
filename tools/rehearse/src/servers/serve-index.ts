import { runProcess } from '@orchestra/testkit';
import { type FileServer, serveFiles } from './serve-files.ts';

/** Serves `registry-index/` of main, in place of the CDN of the repository. */
export function serveIndex(directory: () => string): Promise<FileServer> {
  return serveFiles(async (path) => {
    const named = `refs/heads/main:registry-index/${path}`;
    const shown = await runProcess(['git', '-C', directory(), 'cat-file', 'blob', named]);
    return shown.exitCode === 0 ? Buffer.from(shown.stdout) : null;
  });
}
