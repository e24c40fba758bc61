import type { FileFacts } from '../../../services/services.ts';

/** The kind of an entry, in the bits of its mode. */
const kinds = { file: 0o100000, directory: 0o040000, link: 0o120000, other: 0o010000 } as const;
const kindBits = 0o170000;

class StatsBase {
  declare mode: number | bigint;

  #is(kind: number): boolean {
    return (Number(this.mode) & kindBits) === kind;
  }
  isFile(): boolean {
    return this.#is(kinds.file);
  }
  isDirectory(): boolean {
    return this.#is(kinds.directory);
  }
  isSymbolicLink(): boolean {
    return this.#is(kinds.link);
  }
  isFIFO(): boolean {
    return this.#is(0o010000);
  }
  isSocket(): boolean {
    return this.#is(0o140000);
  }
  isBlockDevice(): boolean {
    return this.#is(0o060000);
  }
  isCharacterDevice(): boolean {
    return this.#is(0o020000);
  }
}

/** What is known of an entry, as Node tells it. */
export class Stats extends StatsBase {
  constructor(facts: FileFacts) {
    super();
    Object.assign(this, numbersOf(facts), datesOf(facts));
  }
}

/** The same in big integers. */
export class BigIntStats extends StatsBase {
  constructor(facts: FileFacts) {
    super();
    for (const [name, value] of Object.entries(numbersOf(facts))) {
      Object.assign(this, { [name]: BigInt(Math.floor(value)) });
    }
    for (const name of ['atime', 'mtime', 'ctime', 'birthtime'] as const) {
      const time = facts[`${name}Ms`];
      const whole = Math.floor(time);
      const nanoseconds = BigInt(whole) * 1_000_000n + BigInt(Math.round((time - whole) * 1e6));
      Object.assign(this, { [`${name}Ns`]: nanoseconds });
    }
    Object.assign(this, datesOf(facts));
  }
}

function numbersOf(facts: FileFacts): Record<string, number> {
  const { dev, mode, nlink, uid, gid, blksize, ino, size, blocks } = facts;
  const { atimeMs, mtimeMs, ctimeMs, birthtimeMs } = facts;
  const numbers = { dev, mode, nlink, uid, gid, rdev: 0, blksize, ino, size, blocks };
  return { ...numbers, atimeMs, mtimeMs, ctimeMs, birthtimeMs };
}

function datesOf({ atimeMs, mtimeMs, ctimeMs, birthtimeMs }: FileFacts): Record<string, Date> {
  return {
    atime: new Date(atimeMs),
    mtime: new Date(mtimeMs),
    ctime: new Date(ctimeMs),
    birthtime: new Date(birthtimeMs),
  };
}

/** An entry of a folder. */
export class Dirent {
  name: string | Buffer;
  parentPath: string;
  path: string;
  readonly #kind: 'file' | 'directory' | 'link';

  constructor(
    name: string | Buffer,
    { parentPath, kind }: { parentPath: string; kind: 'file' | 'directory' | 'link' },
  ) {
    this.name = name;
    this.parentPath = parentPath;
    this.path = parentPath;
    this.#kind = kind;
  }
  isFile(): boolean {
    return this.#kind === 'file';
  }
  isDirectory(): boolean {
    return this.#kind === 'directory';
  }
  isSymbolicLink(): boolean {
    return this.#kind === 'link';
  }
  isFIFO(): boolean {
    return false;
  }
  isSocket(): boolean {
    return false;
  }
  isBlockDevice(): boolean {
    return false;
  }
  isCharacterDevice(): boolean {
    return false;
  }
}
