import { cp as cpSteps } from './fs-parts/copy-tree.ts';
import { opendir as opendirSteps } from './fs-parts/dir.ts';
import * as entries from './fs-parts/entries.ts';
import { FileHandle } from './fs-parts/file-handle.ts';
import { constants } from './fs-parts/flags.ts';
import { makePromised, runLater } from './fs-parts/forms.ts';
import * as onOpen from './fs-parts/on-open.ts';
import * as readWrite from './fs-parts/read-write.ts';
import { watchChanges as watch } from './fs-parts/watch.ts';

export const access = makePromised('access', entries.access);
export const appendFile = makePromised('appendFile', readWrite.appendFile);
export const chmod = makePromised('chmod', entries.chmod);
export const copyFile = makePromised('copyFile', entries.copyFile);
export const cp = makePromised('cp', cpSteps);
export const lstat = makePromised('lstat', entries.lstat);
export const mkdir = makePromised('mkdir', entries.mkdir);
export const mkdtemp = makePromised('mkdtemp', entries.mkdtemp);
export const readdir = makePromised('readdir', entries.readdir);
export const readFile = makePromised('readFile', readWrite.readFile);
export const readlink = makePromised('readlink', entries.readlink);
export const realpath = makePromised('realpath', entries.realpath);
export const rename = makePromised('rename', entries.rename);
export const rm = makePromised('rm', entries.rm);
export const rmdir = makePromised('rmdir', entries.rmdir);
export const stat = makePromised('stat', entries.stat);
export const truncate = makePromised('truncate', entries.truncate);
export const unlink = makePromised('unlink', entries.unlink);
export const utimes = makePromised('utimes', entries.utimes);
export const writeFile = makePromised('writeFile', readWrite.writeFile);

/** `open`. */
export async function open(path: unknown, flags?: unknown, mode?: unknown): Promise<FileHandle> {
  const steps = onOpen.open(path, flags, mode);
  const first = steps.next();
  return new FileHandle(await runLater(steps, { caller: open, module: 'fs', first }));
}

export const opendir = makePromised('opendir', opendirSteps);
export { constants, FileHandle, watch };
export default {
  access,
  appendFile,
  chmod,
  constants,
  copyFile,
  cp,
  FileHandle,
  lstat,
  mkdir,
  mkdtemp,
  open,
  opendir,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  truncate,
  unlink,
  utimes,
  watch,
  writeFile,
};
