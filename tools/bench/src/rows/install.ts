import { packFiles } from '@orchestra/packaging/node';
import { extensionFiles, startStaticRegistry, writeFiles } from '@orchestra/testkit';
import { join } from 'node:path';
import { makeCode } from '../make-code.ts';
import type { Row } from '../row.ts';
import { runToEnd } from '../run-to-end.ts';
import { takeTurns } from '../take-turns.ts';

const packages = 50;
const filesEach = 20;

/** Measures the installation of many extensions on a machine without any. */
export const install: Row = {
  name: 'install',
  ours: `orchestra ext install of ${packages} packages, with SHA-256 and fsync`,
  over: 'npm install of the same files, no scripts, audit or fund',
  aim: 0.5,
  async measure({ cli, folder, say }) {
    await using registry = await startStaticRegistry();
    const dependencies: Record<string, string> = {};
    for (let nth = 0; nth < packages; nth += 1) {
      const name = `package-${nth}`;
      const files = makeFiles(name, nth);
      await registry.publish(files);
      const path = `/npm/${name}.tgz`;
      registry.files.set(path, await packForNpm(files));
      dependencies[name] = registry.url + path;
    }
    const names = Object.keys(dependencies);
    const project = (round: number) => join(folder, `npm-${round}`);
    for (let round = 0; round <= rounds; round += 1) {
      const manifest = { name: 'peer', version: '1.0.0', private: true, dependencies };
      await writeFiles(project(round), { 'package.json': manifest });
    }
    return await takeTurns(
      {
        ours: (round) =>
          runToEnd([process.execPath, cli, 'ext', 'install', ...names, '--yes'], {
            env: {
              ORCHESTRA_HOME: join(folder, `home-${round}`),
              ORCHESTRA_REGISTRY: registry.url,
            },
          }),
        over: (round) =>
          runToEnd(['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund'], {
            cwd: project(round),
            env: { HOME: folder, npm_config_cache: join(folder, `cache-${round}`) },
          }),
      },
      { rounds, onRound: (round) => say(`install ${round}`) },
    );
  },
};

const rounds = 5;

function makeFiles(name: string, seed: number): Record<string, string> {
  const code = Array.from({ length: filesEach }, (_, nth) => [
    `dist/module-${nth}.js`,
    makeCode(seed * filesEach + nth, { bytes: 5000 }),
  ]);
  return { ...extensionFiles({ name, version: '1.0.0' }), ...Object.fromEntries(code) };
}

/** Packs a package for npm, which expects everything below one folder. */
async function packForNpm(files: Record<string, string>): Promise<Buffer> {
  const moved = Object.entries(files).map(
    ([path, text]) => [`package/${path}`, Buffer.from(text)] as const,
  );
  return (await packFiles(new Map(moved))).bytes;
}
