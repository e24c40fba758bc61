import { URI, Utils } from 'vscode-uri';

/** Addresses, as VS Code has them. */
export const Uri = Object.assign(URI, { joinPath: Utils.joinPath });

/** See {@link Uri}. */
export type Uri = URI;

/** The path of a file. @throws Error where it is none of this machine */
export function pathOf(uri: URI | string): string {
  const address = typeof uri === 'string' ? URI.file(uri) : uri;
  if (address.scheme === 'file') return address.fsPath;
  throw new Error(`${address.toString()} is no file: Orchestra opens addresses of files alone.`);
}
