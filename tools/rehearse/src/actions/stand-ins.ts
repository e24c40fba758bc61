import { cp, mkdir, mkdtemp, rename, stat, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { restoreCache, saveCache } from './keep-cache.ts';
import { makeAppToken } from './make-app-token.ts';
import type { Run } from './run.ts';

/** Does the relevant part of an action. @returns its outputs */
type StandIn = (inputs: Record<string, string>, run: Run) => Promise<Record<string, string>>;

/**
 * Stand-ins for the actions that workflows use. Jobs run in this checkout, so that nothing is checked out or
 * installed; Google Cloud Storage is a local server, which needs no token.
 */
export const standIns: Readonly<Record<string, StandIn>> = {
  'actions/checkout': async () => ({}),
  './.github/actions/setup': async () => ({}),
  'google-github-actions/auth': async () => ({}),
  'actions/create-github-app-token': makeAppToken,
  'actions/cache/restore': restoreCache,
  'actions/cache/save': saveCache,
  'actions/upload-artifact': async ({ name = '', path = '' }, { artifacts }) => {
    await copyInto(path, join(artifacts, name));
    return {};
  },
  'actions/download-artifact': async ({ name = '', path = '' }, { artifacts }) => {
    await cp(join(artifacts, name), path, { recursive: true });
    return {};
  },
  'actions/upload-pages-artifact': async ({ path = '' }, { artifacts }) => {
    await copyInto(path, join(artifacts, 'github-pages'));
    return {};
  },
  'actions/deploy-pages': async (_inputs, { artifacts, pages }) => {
    const next = await mkdtemp(`${pages}-`);
    await cp(join(artifacts, 'github-pages'), next, { recursive: true });
    await symlink(next, `${next}.link`);
    await rename(`${next}.link`, pages); // at once: there is always a site
    return {};
  },
};

/** Copies a file under its name, or the content of a folder. */
async function copyInto(path: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const isFolder = (await stat(path)).isDirectory();
  await cp(path, isFolder ? folder : join(folder, basename(path)), { recursive: true });
}
