import { type Config, defaultLimits } from '@orchestra/core';
import { readdir, readFile } from 'node:fs/promises';

const project = new URL('../../../registry-index/', import.meta.url);

/** The files of a registry's repository before its first publish, by path. */
export async function registryFiles(packages: string): Promise<Record<string, string>> {
  const config: Config = {
    format: 1,
    name: 'Test registry',
    index: 'http://127.0.0.1:9/index',
    packages,
    docs: 'http://127.0.0.1:9/docs',
    api: null,
    site: 'http://127.0.0.1:9',
    publish: { via: 'pull-request', repository: 'harbor/registry', clientId: 'Iv1.test' },
    limits: defaultLimits,
  };
  const files: Record<string, string> = { 'README.md': '# Registry\n' };
  for (const name of await readdir(project)) {
    if (!name.endsWith('.json')) continue;
    files[`registry-index/${name}`] = await readFile(new URL(name, project), 'utf8');
  }
  files['registry-index/config.json'] = `${JSON.stringify(config, null, 2)}\n`;
  return files;
}
