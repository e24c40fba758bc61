import { CatFile } from './cat-file.ts';

/**
 * Reads git objects through one long-lived process. One that died is replaced at the next read; the
 * reads that waited for it fail, and never get the answers of the next one.
 */
export class ObjectReader {
  readonly #directory: string;
  #process: CatFile | null = null;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** The id of the process that reads, where there is one. */
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
    if (/[\0\n]/.test(name)) return Promise.resolve(null);
    if (this.#process === null || this.#process.ended) {
      this.#process = new CatFile(this.#directory);
    }
    return this.#process.read(name);
  }

  /** Ends the process, which still answers what it was asked; a read after that starts another one. */
  close(): void {
    this.#process?.end();
    this.#process = null;
  }
}
