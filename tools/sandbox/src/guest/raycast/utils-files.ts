/*
 * What `@raycast/utils` has as `node:fs`. Of the manifest, which it reads for its own messages, it is told what is
 * known already: for that, an extension need not read files.
 */
import files from 'node:fs';
import { running } from './facts.ts';

export * from 'node:fs';

/** As Node's. */
export const readFileSync = ((...args: Parameters<typeof files.readFileSync>) => {
  const { extension, run } = running;
  if (args[0] !== `${run.extensionPath}/package.json`) return files.readFileSync(...args);
  return JSON.stringify({ name: extension.name, author: extension.owner });
}) as typeof files.readFileSync;

export default { ...files, readFileSync };
