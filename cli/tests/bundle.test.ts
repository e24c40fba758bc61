import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const dist = new URL('../dist/', import.meta.url);
const later = /\{([^{}]+)\} = await import\("(\.[^"]+)"\)/g;

/** A library in CommonJS has its names where Node runs the sources, and only a default in a bundle. */
test('what the installed command line loads later has the names that it takes of it', async () => {
  const files = (await readdir(dist, { recursive: true })).filter((file) =>
    /^(?:chunks\/)?[\w-]+\.js$/.test(file),
  );
  const taken = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(new URL(file, dist), 'utf8');
      return [...text.matchAll(later)].map(([, names = '', from = '']) => ({
        names: names.split(',').map((name) => name.split(':')[0]?.trim() ?? ''),
        url: new URL(from, new URL(file, dist)).href,
      }));
    }),
  );
  const all = taken.flat();
  expect(all.length).toBeGreaterThan(5);
  for (const { names, url } of all) {
    expect(Object.keys(await import(url)), url).toEqual(expect.arrayContaining(names));
  }
});

const always = /(?:^|\n)(?:import|export)[^;]*?"(\.[^"]+)";/g;

/** Files that a file loads with itself, whatever the command. */
async function loadedWith(file: URL): Promise<Set<string>> {
  const seen = new Set<string>();
  const waiting = [file.href];
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (seen.has(url)) continue;
    seen.add(url);
    const text = await readFile(new URL(url), 'utf8');
    for (const [, from = ''] of text.matchAll(always)) waiting.push(new URL(from, url).href);
  }
  return seen;
}

test('the library for GitHub is loaded by the commands that ask it, and no others', async () => {
  const chunks = (await readdir(new URL('chunks/', dist))).filter((name) => name.endsWith('.js'));
  const loadsGitHub = async (file: URL) => {
    const texts = await Promise.all(
      [...(await loadedWith(file))].map((url) => readFile(new URL(url), 'utf8')),
    );
    return texts.some((text) => text.includes('node_modules/@octokit/'));
  };
  const commandOf = (name: string) =>
    new URL(`chunks/${chunks.find((chunk) => chunk.startsWith(`${name}-`))}`, dist);
  expect(await loadsGitHub(new URL('bin.js', dist))).toBe(false);
  for (const name of ['cli', 'install', 'login', 'logout', 'publish', 'status', 'yank']) {
    expect(await loadsGitHub(commandOf(name)), name).toBe(false);
  }
  const asking = ['publish-by-pull-request', 'change-by-pull-request', 'look-for-pull-request'];
  for (const name of asking) expect(await loadsGitHub(commandOf(name)), name).toBe(true);
});
