import type { fork as Fork } from 'node:child_process';

/** What a server says, as far as it matters here. */
interface Said {
  id?: number;
  method?: string;
}

/** Starts a language server, opens a document and waits for its diagnostics, then ends it. */
export function awaitDiagnostics(fork: typeof Fork, module: string): Promise<void> {
  const child = fork(module, ['--node-ipc'], { silent: true });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const notify = (method: string, params: object) => child.send({ jsonrpc: '2.0', method, params });
  child.on('error', reject);
  child.on('message', ({ id, method }: Said) => {
    if (id === 1) {
      notify('initialized', {});
      notify('textDocument/didOpen', { textDocument });
    }
    if (method !== 'textDocument/publishDiagnostics') return;
    child.kill();
    resolve();
  });
  const params = { processId: null, rootUri: null, capabilities: {} };
  child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
  return promise;
}

const textDocument = {
  uri: 'file:///work/a.tide',
  languageId: 'tide',
  version: 1,
  text: 'high\nebb\nlow\n'.repeat(200),
};
