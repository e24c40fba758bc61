import { RegistryError } from '@orchestra/core';
import {
  type Gcs,
  makeEntry,
  makeFolder,
  runProcess,
  startGcs,
  type TemporaryFolder,
} from '@orchestra/testkit';
import { soakOf } from '@orchestra/testkit/soak';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../src/build/build-site.ts';
import { type DeployReport, deploySite } from '../src/publish/deploy-site.ts';
import { openSiteTarget } from '../src/publish/open-site-target.ts';
import type { SiteTarget } from '../src/publish/site-target.ts';
import { makeSource } from '../src/testing/make-source.ts';

const bin = fileURLToPath(new URL('../src/command/deploy-bin.ts', import.meta.url));
const entries = [makeEntry({ name: 'git-lens', tags: ['old'] }), makeEntry({ name: 'calm' })];
const published = [
  makeEntry({ name: 'git-lens', tags: ['new'] }, [{ version: '2.0.0' }, { version: '1.0.0' }]),
  makeEntry({ name: 'calm' }),
];

let folder: TemporaryFolder;
let gcs: Gcs;

beforeAll(async () => {
  folder = await makeFolder();
  gcs = await startGcs({ buckets: ['sea-chest'] });
  for (const [name, of] of Object.entries({ before: entries, after: published })) {
    const places = { outDirectory: folder.join(name), workDirectory: folder.join(`${name}-work`) };
    await buildSite(makeSource(of), places);
  }
});
afterAll(async () => {
  await gcs[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const deploy = (from: string, target: SiteTarget, options: Partial<Flags> = {}) =>
  deploySite({ from: folder.join(from), target, removeOld: false, dryRun: false, ...options });
interface Flags {
  removeOld: boolean;
  dryRun: boolean;
}

/** What a folder holds, by path: not the list, which is the site's own. */
async function filesOf(name: string): Promise<Map<string, string>> {
  const cwd = folder.join(name);
  const files = new Map<string, string>();
  for await (const path of glob('**/*.*', { cwd }))
    if (!path.startsWith('.site')) files.set(path, await readFile(join(cwd, path), 'base64'));
  return files;
}

/** A place that is deployed to. */
interface Place {
  target: SiteTarget;
  /** What people get of a file, in base64; null where there is none. */
  served(path: string): Promise<string | null>;
}

/** What of a built site is as it is where it was deployed to. */
async function deployed({ served }: Place, name: string): Promise<string[]> {
  const same: string[] = [];
  for (const [path, content] of await filesOf(name))
    if ((await served(path)) === content) same.push(path);
  return same.sort();
}

const places = {
  'a folder': async (name: string): Promise<Place> => ({
    target: await openSiteTarget(folder.join(name), { cwd: folder.path }),
    served: (path) => readFile(folder.join(name, path), 'base64').catch(() => null),
  }),
  'a bucket': async (name: string): Promise<Place> => ({
    target: await openSiteTarget(`gs://sea-chest/${name}`, {
      cwd: folder.path,
      endpoint: gcs.origin,
    }),
    served: async (path) => {
      const response = await fetch(`${gcs.origin}/sea-chest/${name}/${encodeURI(path)}`);
      const bytes = Buffer.from(await response.arrayBuffer());
      return response.ok ? bytes.toString('base64') : null;
    },
  }),
};

describe.each(Object.entries(places))('deploySite() to %s', (_, open) => {
  test('writes everything once, then what a publish changed, and keeps the rest', async () => {
    const place = await open('one');
    const { target, served } = place;
    const all = [...(await filesOf('before')).keys()].sort();
    const first = await deploy('before', target);
    expect(first.written.toSorted()).toEqual(all);
    expect(first).toMatchObject({ removed: [], kept: 0 });
    expect(await deployed(place, 'before')).toEqual(all);
    expect(await deploy('before', target)).toMatchObject({ written: [], bytes: 0 });

    const second = await deploy('after', target);
    expect(second.written).toEqual(expect.arrayContaining(differing(await both())));
    expect(second.written).toHaveLength(differing(await both()).length);
    expect(second).toMatchObject({ removed: [], kept: 1 });
    expect(await deployed(place, 'after')).toHaveLength((await filesOf('after')).size);
    expect(await served('tags/old/index.html')).not.toBeNull();

    const third = await deploy('after', target, { removeOld: true });
    expect(third).toMatchObject({ written: [], removed: ['tags/old/index.html'], kept: 0 });
    expect(await served('tags/old/index.html')).toBeNull();
  });

  test('writes nothing where it is only asked what it would do', async () => {
    const place = await open('dry');
    const { target, served } = place;
    const report = await deploy('before', target, { dryRun: true });
    expect(report.written.length).toBeGreaterThan(20);
    expect(await served('index.html')).toBeNull();
  });

  test.each(soakOf([3, 0, 10, 7], 2))(
    'that is cut off after %i writes ends the same when repeated',
    { tags: ['soak'] },
    async (after) => {
      const place = await open(`cut-${after}`);
      const { target, served } = place;
      await deploy('before', target);
      const cut = cutOff(target, { after });
      await expect(deploy('after', cut, { removeOld: true })).rejects.toMatchObject({
        code: 'busy',
      });
      await deploy('after', target, { removeOld: true });
      expect(await deployed(place, 'after')).toHaveLength((await filesOf('after')).size);
      expect(await served('tags/old/index.html')).toBeNull();
      expect(await deploy('after', target)).toMatchObject({ written: [], kept: 0 });
    },
  );

  test('a removal that was cut off leaves nothing that is believed to be there', async () => {
    const place = await open('removed');
    const { target, served } = place;
    await deploy('before', target);
    const cut: SiteTarget = {
      ...target,
      remove: async (path) => {
        await target.remove(path);
        throw new RegistryError('busy', 'cut off', { hint: 'Again.' });
      },
    };
    await expect(deploy('after', cut, { removeOld: true })).rejects.toMatchObject({ code: 'busy' });
    expect(await served('tags/old/index.html')).toBeNull();
    await deploy('after', target);
    await deploy('before', target);
    expect(await deployed(place, 'before')).toHaveLength((await filesOf('before')).size);
  });

  test('writes what pages lead to before the pages', async () => {
    const written: string[] = [];
    const place = await open('order');
    const { target } = place;
    await deploy('before', {
      ...target,
      write: async (path, content) => {
        await target.write(path, content);
        written.push(path);
      },
    });
    const lastAsset = written.findLastIndex((path) => path.startsWith('_astro/'));
    const firstPage = written.findIndex((path) => path.endsWith('.html'));
    expect(lastAsset).toBeLessThan(firstPage);
    expect(written.at(-1)).toBe('.site/list.json');
  });
});

test('files of a bucket are served with type, lifetime and compression of their kind', async () => {
  await deploy('before', (await places['a bucket']('served')).target);
  const headersOf = async (path: string) => {
    const { status, headers } = await fetch(`${gcs.origin}/sea-chest/served/${path}`);
    const [type, lifetime] = [headers.get('content-type'), headers.get('cache-control')];
    return [status, type, lifetime, headers.get('content-encoding')];
  };
  const asset = [...(await filesOf('before')).keys()].find((path) => path.endsWith('.css'));
  const forever = 'public, max-age=31536000, immutable';
  expect(await headersOf(asset ?? '')).toEqual([200, 'text/css; charset=utf-8', forever, 'gzip']);
  const html = 'text/html; charset=utf-8';
  expect(await headersOf('index.html')).toEqual([200, html, 'no-cache', 'gzip']);
  expect(await headersOf('og.png')).toEqual([200, 'image/png', 'public, max-age=3600', null]);
  const atom = 'application/atom+xml';
  expect(await headersOf('feeds/new.atom')).toEqual([200, atom, 'public, max-age=300', 'gzip']);
});

describe('npm run site:deploy', () => {
  const run = (...args: string[]) =>
    runProcess([process.execPath, bin, ...args], {
      cwd: folder.path,
      env: { ORCHESTRA_GCS_ENDPOINT: gcs.origin },
    });

  test('says what it did, for people and for machines', async () => {
    const first = await run('--from', 'before', '--to', 'gs://sea-chest/typed', '--json');
    expect(first.exitCode).toBe(0);
    const report: DeployReport = JSON.parse(first.stdout);
    expect(report.written).toContain('index.html');
    const second = await run('--from', 'before', '--to', 'gs://sea-chest/typed');
    expect(second.stdout).toBe('gs://sea-chest/typed has this site already\n');
    const third = await run('--from', 'after', '--to', 'gs://sea-chest/typed', '--dry-run');
    expect(third.stdout).toMatch(
      /^Would write \d+ files \(.+\) to gs:\/\/sea-chest\/typed\n1 file of earlier/,
    );
  });

  test.each([
    [['--from', 'nowhere', '--to', 'there'], 'not-found'],
    [['--from', 'before', '--to', 'ftp://there'], 'usage'],
    [['--from', 'before', '--to', 'gs://nobodys'], 'bucket-missing'],
    [['--from', 'before'], 'usage'],
  ])('%j ends with 1 and %s', async (args, code) => {
    const { exitCode, stdout } = await run(...args, '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).error.code).toBe(code);
  });
});

async function both() {
  return { before: await filesOf('before'), after: await filesOf('after') };
}

function differing({ before, after }: Awaited<ReturnType<typeof both>>): string[] {
  return [...after].flatMap(([path, content]) => (before.get(path) === content ? [] : [path]));
}

/** A target that fails from some write on. */
function cutOff(target: SiteTarget, { after }: { after: number }): SiteTarget {
  let writes = 0;
  return {
    ...target,
    write: async (path, content) => {
      if (writes++ >= after) throw new RegistryError('busy', 'cut off', { hint: 'Again.' });
      await target.write(path, content);
    },
  };
}
