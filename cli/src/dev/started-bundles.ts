import { hasErrors } from '@orchestra/core';
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BundlePlan } from '../build/plan-bundles.ts';
import { isStarted } from '../build/plan-started.ts';
import { runBuild } from '../build/run-build.ts';
import { faultOfProblem } from './describe-fault.ts';
import type { DevFault } from './dev-event.ts';

/** What code starts as programs of their own, as it is on disk now. */
export interface BuiltStarts {
  /** What it is made of, relative to the folder. */
  files: string[];
  /** Another one for other code. */
  digest: string;
}

/**
 * The bundles of what an extension starts, such as a language server. Programs are run from files: so they are written
 * where a build puts them, in `dist/`, and made again where something changed that they are made of.
 */
export class StartedBundles {
  readonly #folder: string;
  #last: { key: string; made: BuiltStarts } | null = null;

  /** @param folder absolute path of the extension */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes what is planned; what is wrong with it instead, where it can't be made. */
  async build(plan: BundlePlan): Promise<BuiltStarts | { faults: DevFault[] }> {
    const bundles = plan.bundles.filter(isStarted);
    if (bundles.length === 0) return { files: [], digest: '' };
    const outputs = bundles.map(({ output }) => output);
    const before = this.#last;
    if (before !== null && before.key === (await this.#stateOf([...before.made.files, ...outputs])))
      return before.made;
    this.#last = null;
    const { files, problems } = await runBuild(
      { bundles, problems: [] },
      { folder: this.#folder, paths: [] },
    );
    if (hasErrors(problems)) {
      const errors = problems.filter(({ severity }) => severity === 'error');
      return { faults: errors.map(faultOfProblem) };
    }
    const inputs = files.flatMap(({ inputs: own }) => own.map(({ path }) => path));
    const own = [...new Set(inputs)]
      .filter((path) => !/(?:^|\/)node_modules\//.test(path))
      .toSorted();
    const made = { files: own, digest: await this.#digestOf(outputs) };
    this.#last = { key: await this.#stateOf([...own, ...outputs]), made };
    return made;
  }

  async #digestOf(paths: readonly string[]): Promise<string> {
    const hash = createHash('sha256');
    for (const path of paths) hash.update(await readFile(join(this.#folder, path)));
    return hash.digest('hex');
  }

  /** Tells by their times whether files changed. */
  async #stateOf(paths: readonly string[]): Promise<string> {
    const states = paths.map(async (path) => {
      const found = await stat(join(this.#folder, path)).catch(() => null);
      return [path, found?.mtimeMs, found?.size];
    });
    return JSON.stringify(await Promise.all(states));
  }
}
