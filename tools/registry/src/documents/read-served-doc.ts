import { type Config, docUrl, RegistryError } from '@orchestra/core';
import { maxDocBytes, type ReadDoc } from './read-doc.ts';

const timeoutMs = 20_000;

/** Makes a reader that fetches documents from the URL in `config.json`. */
export function readServedDoc(
  config: () => Pick<Config, 'docs'>,
  { fetch }: { fetch: typeof globalThis.fetch },
): ReadDoc {
  return async (place) => {
    const url = docUrl(config(), place);
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
      if (response.status === 404) return null;
      if (response.ok) return await readBody(response);
      throw new Error(`it answers ${response.status}`);
    } catch (cause) {
      if (cause instanceof RegistryError) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new RegistryError('registry-unreachable', `${url} can't be read: ${reason}`, { cause });
    }
  };
}

async function readBody(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxDocBytes)
      throw new RegistryError(
        'body-too-large',
        `Expected at most ${maxDocBytes} bytes; found more`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
