import type { BundleResult, ExtensionBundle } from '@orchestra/sandbox';
import type { FoundEngine } from '../sandbox/find-engine.ts';
import { readSureLoads } from '../build/read-sure-loads.ts';
import type { RunnableProject } from '../sandbox/read-runnable-project.ts';

/** The bundle of an entry, kept from build to build, and a build of it that was begun ahead. */
export class EntryBundle {
  readonly #engine: Pick<FoundEngine, 'sandbox' | 'bundler' | 'modulesFor'>;
  readonly #folder: string;
  #kept: { key: string; made: ExtensionBundle } | null = null;
  #begun: Promise<BundleResult> | null = null;

  /** @param folder absolute path of the extension */
  constructor(engine: Pick<FoundEngine, 'sandbox' | 'bundler' | 'modulesFor'>, folder: string) {
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

  /** Bundles what is on disk now. */
  async build(
    project: Pick<RunnableProject, 'kind' | 'entry' | 'entryCode' | 'builtFile'>,
  ): Promise<BundleResult> {
    const { kind, entry, entryCode, builtFile } = project;
    const key = JSON.stringify([kind, entry, entryCode, builtFile]);
    if (this.#kept?.key !== key) {
      await this.dispose();
      const { sandbox, bundler, modulesFor } = this.#engine;
      const made = await sandbox.bundleExtension(bundler, {
        folder: this.#folder,
        entry,
        ...(builtFile !== undefined && { builtFile }),
        ...(entryCode !== undefined && { external: { [`./${entry}`]: entryCode } }),
        modules: await modulesFor(kind),
        findSureLoads: readSureLoads,
      });
      this.#kept = { key, made };
    }
    return this.#kept.made.build();
  }

  async dispose(): Promise<void> {
    this.#begun = null;
    await this.#kept?.made.dispose();
    this.#kept = null;
  }
}
