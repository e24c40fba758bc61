import { readFile } from 'node:fs/promises';
import oniguruma from 'vscode-oniguruma';

let loaded: Promise<void> | null = null;

/**
 * Loads Oniguruma, once a process.
 *
 * @param wasm path of `onig.wasm`
 */
export async function loadOniguruma(wasm: string): Promise<void> {
  loaded ??= readFile(wasm).then((bytes) => oniguruma.loadWASM(bytes));
  await loaded;
}

/** Why an expression doesn't compile in Oniguruma; null where it does. It has to be loaded before. */
export function faultOfExpression(source: string): string | null {
  try {
    oniguruma.createOnigScanner([source]).dispose();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
