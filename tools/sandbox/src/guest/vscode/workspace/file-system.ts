import { askEditor } from '../ask-host.ts';
import { FileType } from '../types/enums.ts';
import { FileSystemError } from '../types/interface.ts';
import { pathOf, type Uri } from '../types/uri.ts';

const codes: Readonly<Record<string, string>> = {
  'not-found': 'FileNotFound',
  exists: 'FileExists',
  'not-a-directory': 'FileNotADirectory',
  'is-a-directory': 'FileIsADirectory',
  'permission-denied': 'NoPermissions',
  'outside-workspace': 'NoPermissions',
  'read-only': 'NoPermissions',
};

/** Asks, and gives what goes wrong the codes of VS Code. What package.json doesn't declare stays as it is. */
async function askFiles(
  member: string,
  args: unknown[],
  caller: (...args: never[]) => unknown,
): Promise<unknown> {
  try {
    return await askEditor(`workspace.fs.${member}`, args, { caller });
  } catch (error) {
    const { code, name, message, stack } = Object(error) as Record<string, string>;
    const known = name === 'PermissionError' ? undefined : codes[code ?? ''];
    if (known === undefined) throw error;
    const failed = new FileSystemError(message ?? '', known);
    throw Object.assign(failed, { stack, cause: error });
  }
}

async function readFile(uri: Uri): Promise<unknown> {
  return askFiles('readFile', [pathOf(uri)], readFile);
}

async function writeFile(uri: Uri, content: Uint8Array): Promise<void> {
  await askFiles('writeFile', [pathOf(uri), content], writeFile);
}

async function stat(uri: Uri): Promise<unknown> {
  return askFiles('stat', [pathOf(uri)], stat);
}

async function readDirectory(uri: Uri): Promise<[string, number][]> {
  const entries = await askFiles('readDirectory', [pathOf(uri)], readDirectory);
  const types = { file: FileType.File, directory: FileType.Directory, link: FileType.SymbolicLink };
  return (Array.isArray(entries) ? entries : []).map(
    ({ name, type }: { name: string; type: keyof typeof types }) => [name, types[type]],
  );
}

async function createDirectory(uri: Uri): Promise<void> {
  await askFiles('createDirectory', [pathOf(uri)], createDirectory);
}

async function remove(
  uri: Uri,
  { recursive = false }: { recursive?: boolean } = {},
): Promise<void> {
  await askFiles('delete', [pathOf(uri), recursive === true], remove);
}

async function rename(from: Uri, to: Uri, how: { overwrite?: boolean } = {}): Promise<void> {
  await askFiles('rename', [pathOf(from), pathOf(to), how.overwrite === true], rename);
}

async function copy(from: Uri, to: Uri, how: { overwrite?: boolean } = {}): Promise<void> {
  await askFiles('copy', [pathOf(from), pathOf(to), how.overwrite === true], copy);
}

/** `vscode.workspace.fs`, of files alone. */
export const fileSystem = Object.freeze({
  readFile,
  writeFile,
  stat,
  readDirectory,
  createDirectory,
  delete: remove,
  rename,
  copy,
  isWritableFileSystem: (scheme: string) => (scheme === 'file' ? true : undefined),
});
