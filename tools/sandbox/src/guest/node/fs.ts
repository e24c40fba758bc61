import { promisify } from './util.ts';
import { cp as cpSteps } from './fs-parts/copy-tree.ts';
import * as entries from './fs-parts/entries.ts';
import { constants } from './fs-parts/flags.ts';
import { callBack, makeCalledBack, makeSync, toCallback } from './fs-parts/forms.ts';
import * as onOpen from './fs-parts/on-open.ts';
import { ReadStream, start } from './fs-parts/read-stream.ts';
import * as readWrite from './fs-parts/read-write.ts';
import { BigIntStats, Dirent, Stats } from './fs-parts/stats.ts';
import { WriteStream } from './fs-parts/write-stream.ts';
import * as promises from './fs-promises.ts';
import { missing } from './node-error.ts';

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
export const cp = makeCalledBack('cp', cpSteps);
export const cpSync = makeSync('cp', cpSteps);
export const readSync = makeSync('read', onOpen.read);
export const writeSync = makeSync('write', onOpen.write);
export const existsSync = makeSync('exists', entries.exists);
export const realpathSync = Object.assign(makeSync('realpath', entries.realpath), {
  native: makeSync('realpath', entries.realpath),
});
export const realpath = Object.assign(makeCalledBack('realpath', entries.realpath), {
  native: makeCalledBack('realpath', entries.realpath),
});

type ManyBack = (error: unknown, count?: number, data?: unknown) => void;

/** `read`, which calls back with what it has filled as well. */
export function read(fd: unknown, ...args: unknown[]): void {
  const callback = toCallback(args.pop()) as ManyBack;
  const [first] = args;
  const own = ArrayBuffer.isView(first) ? first : Reflect.get(Object(first), 'buffer');
  const buffer: unknown = own ?? new Uint8Array(16_384);
  const given = ArrayBuffer.isView(first) ? args : [{ ...Object(first), buffer }];
  callBack(start(onOpen.read(fd, ...given), read), (error, count) =>
    error === null ? callback(null, Number(count), buffer) : callback(error),
  );
}

/** `write`, which calls back with what it was given as well. */
export function write(fd: unknown, data: unknown, ...args: unknown[]): void {
  const callback = toCallback(args.pop()) as ManyBack;
  callBack(start(onOpen.write(fd, data, ...args), write), (error, count) =>
    error === null ? callback(null, Number(count), data) : callback(error),
  );
}

/** `exists`, which calls back without an error. */
export function exists(path: unknown, callback: (is: boolean) => void): void {
  callBack(start(entries.exists(path), exists), (_, is) => callback(is === true));
}

const own = promisify.custom;
const define = (of: object, promised: unknown) =>
  Object.defineProperty(of, own, { value: promised, configurable: true });
define(exists, async (path: unknown) => start(entries.exists(path), exists));
define(read, async (fd: unknown, buffer: unknown, ...args: unknown[]) => ({
  bytesRead: await start(onOpen.read(fd, buffer, ...args), read),
  buffer,
}));
define(write, async (fd: unknown, buffer: unknown, ...args: unknown[]) => ({
  bytesWritten: await start(onOpen.write(fd, buffer, ...args), write),
  buffer,
}));

/** `createReadStream`. */
export function createReadStream(path: unknown, options?: unknown): ReadStream {
  return new ReadStream(path, options);
}

/** `createWriteStream`. */
export function createWriteStream(path: unknown, options?: unknown): WriteStream {
  return new WriteStream(path, options);
}

export const { F_OK, R_OK, W_OK, X_OK } = constants;
export { BigIntStats, constants, Dirent, promises, ReadStream, Stats, WriteStream };

const links = 'Links can be read, but not made.';
export const link = missing('fs.link', links);
export const linkSync = missing('fs.linkSync', links);
export const symlink = missing('fs.symlink', links);
export const symlinkSync = missing('fs.symlinkSync', links);
export default {
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
  fsync,
  fsyncSync,
  ftruncate,
  ftruncateSync,
  futimes,
  futimesSync,
  link,
  linkSync,
  lstat,
  lstatSync,
  mkdir,
  mkdirSync,
  mkdtemp,
  mkdtempSync,
  open,
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
  symlink,
  symlinkSync,
  truncate,
  truncateSync,
  unlink,
  unlinkSync,
  utimes,
  utimesSync,
  W_OK,
  write,
  writeFile,
  writeFileSync,
  WriteStream,
  writeSync,
  X_OK,
};
