import {
  type Config,
  defaultLimits,
  entryPath,
  type IndexEntry,
  type IndexVersion,
  packageKey,
  parseManifest,
  permissions,
  readVscodeRelations,
  serializeEntry,
} from '@orchestra/core';
import { packFiles } from '@orchestra/packaging/node';
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeEntry } from './make-entry.ts';

/** A registry of static files alone, on a free port; what it serves can be changed at will. */
export interface StaticRegistry extends AsyncDisposable {
  /** Base URL, without a slash at its end. */
  url: string;
  /** By path, such as `/config.json`. */
  files: Map<string, Uint8Array | string>;
  /** Paths that were asked for, with the status that was answered. */
  requests: { path: string; status: number }[];
  /** Adds a version made from files; `package.json` says which. @returns its line in the index */
  publish(
    files: Record<string, string>,
    change?: Partial<IndexVersion>,
  ): Promise<{ entry: IndexEntry; version: IndexVersion }>;
  /** Replaces an entry. */
  put(entry: IndexEntry): void;
  /** Called with each request before it is answered; cuts the connection where it returns true. */
  onRequest: (path: string) => boolean | Promise<boolean>;
}

/**
 * Starts a registry of static files.
 *
 * @param options.api base URL of an API that its configuration names; without one, it has none
 */
export async function startStaticRegistry(options: { api?: string } = {}): Promise<StaticRegistry> {
  const entries = new Map<string, IndexEntry>();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${portOf(server.address())}`;
  const registry: StaticRegistry = {
    url,
    files: new Map([['/config.json', JSON.stringify(configOf(url, options))]]),
    requests: [],
    onRequest: () => false,
    put(entry) {
      entries.set(entry.name, entry);
      registry.files.set(`/index/${entryPath(entry.name)}`, serializeEntry(entry));
    },
    async publish(files, change = {}) {
      const { version, about } = await pack(registry, files);
      const before = entries.get(about.name)?.versions ?? [];
      const published = { ...version, ...change };
      const entry = makeEntry(about, []);
      entry.versions = [published, ...before];
      registry.put(entry);
      return { entry, version: published };
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    if (await registry.onRequest(path)) {
      request.socket.destroy();
      return;
    }
    const body = registry.files.get(path);
    const etag = body === undefined ? '' : `"${createHash('sha256').update(body).digest('hex')}"`;
    const status = body === undefined ? 404 : request.headers['if-none-match'] === etag ? 304 : 200;
    registry.requests.push({ path, status });
    response.writeHead(status, etag === '' ? {} : { etag });
    response.end(status === 200 ? body : undefined);
  }
  return registry;
}

async function pack(registry: StaticRegistry, files: Record<string, string>) {
  const contents = Object.entries(files).map(([path, text]) => [path, Buffer.from(text)] as const);
  const { bytes, facts } = await packFiles(new Map(contents));
  const { manifest } = parseManifest(files['package.json'] ?? '');
  if (manifest?.version === undefined) throw new Error('package.json needs a name and a version');
  const { name, version } = manifest;
  registry.files.set(`/${packageKey(name, version)}`, bytes);
  const changelog = files['CHANGELOG.md'];
  if (changelog !== undefined) {
    registry.files.set(`/docs/${name}/${version}/changelog.md`, changelog);
  }
  const vscode = readVscodeRelations(manifest);
  const line: IndexVersion = {
    version,
    sha256: facts.sha256,
    size: facts.size,
    unpackedSize: facts.unpackedSize,
    engines: manifest.engines,
    permissions: permissions.filter((known) => manifest.permissions.includes(known)),
    unclearCode: { mayNeed: [] },
    publishedAt: '2026-01-01T00:00:00.000Z',
    docs: {},
    status: 'live',
    ...(vscode === undefined ? {} : { vscode }),
  };
  return { version: line, about: { name, compat: manifest.compat } };
}

function configOf(url: string, { api = null }: { api?: string | null }): Config {
  return {
    format: 1,
    name: 'Static registry',
    index: `${url}/index`,
    packages: `${url}/packages`,
    docs: `${url}/docs`,
    api,
    site: url,
    publish: { via: 'api' },
    limits: defaultLimits,
  };
}

function portOf(address: AddressInfo | string | null): number {
  return address !== null && typeof address === 'object' ? address.port : 0;
}
