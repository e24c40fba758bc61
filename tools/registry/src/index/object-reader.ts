import { CatFile } from './cat-file.ts';

/**
 * Reads git objects through one long-lived process. If the process dies, reads that wait for it fail, and the
 * next read starts a new one.
 */
export class ObjectReader {
  readonly #directory: string;
  #process: CatFile | null = null;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** The id of the current process; undefined where none runs. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /**
   * Reads an object.
   *
   * @param name an object id, or `<commit>:<path>`
   * @returns null where there is none
   * @throws RegistryError `git-failed`
   */
  read(name: string): Promise<Buffer | null> {
    if (/^$|[\0\n]/.test(name)) return Promise.resolve(null);
    return this.#running().read(name);
  }

  /**
   * Tells the size of an object in bytes, without reading it.
   *
   * @returns null where there is none
   * @throws RegistryError `git-failed`
   */
  sizeOf(object: string): Promise<number | null> {
    return this.#running().sizeOf(object);
  }

  /** Ends the process after the reads that are waiting. A later read starts a new one. */
  close(): void {
    this.#process?.end();
    this.#process = null;
  }

  #running(): CatFile {
    if (this.#process === null || this.#process.ended) {
      this.#process = new CatFile(this.#directory);
    }
    return this.#process;
  }
}
