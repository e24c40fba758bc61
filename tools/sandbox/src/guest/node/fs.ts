import { cp as cpSteps } from './fs-parts/copy-tree.ts';
import * as entries from './fs-parts/entries.ts';
import { constants } from './fs-parts/flags.ts';
import { Dir, opendir as opendirSteps } from './fs-parts/dir.ts';
import { makeCalledBack, makeSync } from './fs-parts/forms.ts';
import { exists, read, readSync, readv, readvSync } from './fs-parts/many-values.ts';
import { write, writeSync, writev, writevSync } from './fs-parts/many-values.ts';
import * as onOpen from './fs-parts/on-open.ts';
import { ReadStream } from './fs-parts/read-stream.ts';
import * as readWrite from './fs-parts/read-write.ts';
import { BigIntStats, Dirent, Stats } from './fs-parts/stats.ts';
import { FSWatcher, unwatchFile, watch, watchFile } from './fs-parts/watch.ts';
import { WriteStream } from './fs-parts/write-stream.ts';
import * as promises from './fs-promises.ts';

// where the last argument may be left out, Node takes the callback in its place
export const access = makeCalledBack('access', entries.access);
export const accessSync = makeSync('access', entries.access);
export const appendFile = makeCalledBack('appendFile', readWrite.appendFile);
export const appendFileSync = makeSync('appendFile', readWrite.appendFile);
export const chmod = makeCalledBack('chmod', entries.chmod);
export const chmodSync = makeSync('chmod', entries.chmod);
export const close = makeCalledBack('close', onOpen.close);
export const closeSync = makeSync('close', onOpen.close);
export const copyFile = makeCalledBack('copyFile', entries.copyFile);
export const copyFileSync = makeSync('copyFile', entries.copyFile);
export const fchmod = makeCalledBack('fchmod', onOpen.fchmod);
export const fchmodSync = makeSync('fchmod', onOpen.fchmod);
export const fdatasync = makeCalledBack('fdatasync', onOpen.fdatasync);
export const fdatasyncSync = makeSync('fdatasync', onOpen.fdatasync);
export const fstat = makeCalledBack('fstat', onOpen.fstat);
export const fstatSync = makeSync('fstat', onOpen.fstat);
export const fsync = makeCalledBack('fsync', onOpen.fsync);
export const fsyncSync = makeSync('fsync', onOpen.fsync);
export const ftruncate = makeCalledBack('ftruncate', onOpen.ftruncate);
export const ftruncateSync = makeSync('ftruncate', onOpen.ftruncate);
export const futimes = makeCalledBack('futimes', onOpen.futimes);
export const futimesSync = makeSync('futimes', onOpen.futimes);
export const lstat = makeCalledBack('lstat', entries.lstat);
export const lstatSync = makeSync('lstat', entries.lstat);
export const mkdir = makeCalledBack('mkdir', entries.mkdir);
export const mkdirSync = makeSync('mkdir', entries.mkdir);
export const mkdtemp = makeCalledBack('mkdtemp', entries.mkdtemp);
export const mkdtempSync = makeSync('mkdtemp', entries.mkdtemp);
export const open = makeCalledBack('open', onOpen.open);
export const openSync = makeSync('open', onOpen.open);
export const readdir = makeCalledBack('readdir', entries.readdir);
export const readdirSync = makeSync('readdir', entries.readdir);
export const readFile = makeCalledBack('readFile', readWrite.readFile);
export const readFileSync = makeSync('readFile', readWrite.readFile);
export const readlink = makeCalledBack('readlink', entries.readlink);
export const readlinkSync = makeSync('readlink', entries.readlink);
export const rename = makeCalledBack('rename', entries.rename);
export const renameSync = makeSync('rename', entries.rename);
export const rm = makeCalledBack('rm', entries.rm);
export const rmSync = makeSync('rm', entries.rm);
export const rmdir = makeCalledBack('rmdir', entries.rmdir);
export const rmdirSync = makeSync('rmdir', entries.rmdir);
export const stat = makeCalledBack('stat', entries.stat);
export const statSync = makeSync('stat', entries.stat);
export const truncate = makeCalledBack('truncate', entries.truncate);
export const truncateSync = makeSync('truncate', entries.truncate);
export const unlink = makeCalledBack('unlink', entries.unlink);
export const unlinkSync = makeSync('unlink', entries.unlink);
export const utimes = makeCalledBack('utimes', entries.utimes);
export const utimesSync = makeSync('utimes', entries.utimes);
export const writeFile = makeCalledBack('writeFile', readWrite.writeFile);
export const writeFileSync = makeSync('writeFile', readWrite.writeFile);
export const opendir = makeCalledBack('opendir', opendirSteps);
export const opendirSync = makeSync('opendir', opendirSteps);
export const cp = makeCalledBack('cp', cpSteps);
export const cpSync = makeSync('cp', cpSteps);
export const existsSync = makeSync('exists', entries.exists);
export const realpathSync = Object.assign(makeSync('realpath', entries.realpath), {
  native: makeSync('realpath', entries.realpath),
});
export const realpath = Object.assign(makeCalledBack('realpath', entries.realpath), {
  native: makeCalledBack('realpath', entries.realpath),
});

/** `createReadStream`. */
export function createReadStream(path: unknown, options?: unknown): ReadStream {
  return new ReadStream(path, options);
}

/** `createWriteStream`. */
export function createWriteStream(path: unknown, options?: unknown): WriteStream {
  return new WriteStream(path, options);
}

export const { F_OK, R_OK, W_OK, X_OK } = constants;
export { ReadStream as FileReadStream, WriteStream as FileWriteStream };
export {
  BigIntStats,
  constants,
  Dir,
  Dirent,
  exists,
  FSWatcher,
  promises,
  read,
  ReadStream,
  readSync,
  readv,
  readvSync,
  Stats,
  unwatchFile,
  watch,
  watchFile,
  write,
  WriteStream,
  writeSync,
  writev,
  writevSync,
};
export default {
  FileReadStream: ReadStream,
  FileWriteStream: WriteStream,
  access,
  accessSync,
  appendFile,
  appendFileSync,
  BigIntStats,
  chmod,
  chmodSync,
  close,
  closeSync,
  constants,
  copyFile,
  copyFileSync,
  cp,
  cpSync,
  createReadStream,
  createWriteStream,
  Dir,
  Dirent,
  exists,
  existsSync,
  F_OK,
  fchmod,
  fchmodSync,
  fdatasync,
  fdatasyncSync,
  fstat,
  fstatSync,
  FSWatcher,
  fsync,
  fsyncSync,
  ftruncate,
  ftruncateSync,
  futimes,
  futimesSync,
  lstat,
  lstatSync,
  mkdir,
  mkdirSync,
  mkdtemp,
  mkdtempSync,
  open,
  opendir,
  opendirSync,
  openSync,
  promises,
  R_OK,
  read,
  readdir,
  readdirSync,
  readFile,
  readFileSync,
  readlink,
  readlinkSync,
  ReadStream,
  readSync,
  readv,
  readvSync,
  realpath,
  realpathSync,
  rename,
  renameSync,
  rm,
  rmdir,
  rmdirSync,
  rmSync,
  stat,
  Stats,
  statSync,
  truncate,
  truncateSync,
  unlink,
  unlinkSync,
  unwatchFile,
  utimes,
  utimesSync,
  W_OK,
  watch,
  watchFile,
  write,
  writeFile,
  writeFileSync,
  WriteStream,
  writeSync,
  writev,
  writevSync,
  X_OK,
};
