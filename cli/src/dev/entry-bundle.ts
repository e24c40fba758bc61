import type { BundleResult, ExtensionBundle } from '@orchestra/sandbox';
import type { FoundEngine } from '../sandbox/find-engine.ts';
import { readSureLoads } from '../build/read-sure-loads.ts';

/** The bundle of an entry, kept from build to build, and a build of it that was begun ahead. */
export class EntryBundle {
  readonly #engine: Pick<FoundEngine, 'sandbox' | 'bundler'>;
  readonly #folder: string;
  #kept: { entry: string; made: ExtensionBundle } | null = null;
  #begun: Promise<BundleResult> | null = null;

  /** @param folder absolute path of the extension */
  constructor(engine: Pick<FoundEngine, 'sandbox' | 'bundler'>, folder: string) {
    this.#engine = engine;
    this.#folder = folder;
  }

  /** Begins to bundle what is on disk now, in place of what was begun before. */
  begin(): void {
    this.#begun = this.#kept?.made.build() ?? null;
    this.#begun?.catch(() => undefined); // told where it is awaited
  }

  /** Gives up what was begun; it is still good where no file changed since. */
  takeBegun(): Promise<BundleResult> | null {
    const begun = this.#begun;
    this.#begun = null;
    return begun;
  }

  /** Bundles what is on disk now. @param entry relative to the folder */
  async build(entry: string): Promise<BundleResult> {
    if (this.#kept?.entry !== entry) {
      await this.dispose();
      const { sandbox, bundler } = this.#engine;
      const made = await sandbox.bundleExtension(bundler, {
        folder: this.#folder,
        entry,
        findSureLoads: readSureLoads,
      });
      this.#kept = { entry, made };
    }
    return this.#kept.made.build();
  }

  async dispose(): Promise<void> {
    this.#begun = null;
    await this.#kept?.made.dispose();
    this.#kept = null;
  }
}
