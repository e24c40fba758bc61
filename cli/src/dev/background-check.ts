import { hasErrors, type PackageAnalysis } from '@orchestra/core';
import { checkInMemory } from '../project/check-in-memory.ts';
import type { RunnableProject } from '../sandbox/read-runnable-project.ts';
import { faultOfProblem } from './describe-fault.ts';
import type { DevEvent } from './dev-event.ts';

/** What is read of a project for a check. */
type CheckedProject = Pick<RunnableProject, 'folder' | 'read' | 'plan'>;

/** Who is told, and what is waited for before. */
interface BackgroundCheckOptions {
  emit(event: DevEvent): void;
  /** Waits until no file changes. */
  untilQuiet(): Promise<void>;
}

/** Checks a project while it runs, and tells what it finds where that is news. */
export class BackgroundCheck {
  readonly #options: BackgroundCheckOptions;
  #checks: Promise<unknown> = Promise.resolve();
  #last = 0;
  #analysis: PackageAnalysis | null = null;
  #told = '';

  constructor(options: BackgroundCheckOptions) {
    this.#options = options;
  }

  /** What the code was last found to use; null until then, and where it can't be read. */
  get analysis(): PackageAnalysis | null {
    return this.#analysis;
  }

  /** Ends when no check is under way. */
  get ended(): Promise<unknown> {
    return this.#checks;
  }

  /** Checks what is on disk, in place of what waits to be checked. */
  begin(project: CheckedProject): void {
    this.drop();
    const mine = this.#last;
    this.#checks = this.#checks.then(async () => {
      if (mine === this.#last) await this.#check(project, mine);
    });
  }

  /** Tells nothing of what was begun: another build takes its place. */
  drop(): void {
    this.#last += 1;
  }

  async #check(project: CheckedProject, mine: number): Promise<void> {
    const { problems, analysis } = await checkInMemory(project);
    await this.#options.untilQuiet(); // files that changed meanwhile were read half old, half new
    if (mine !== this.#last) return;
    this.#analysis = analysis;
    const of = (severity: string) => problems.filter((one) => one.severity === severity);
    const [errors, warnings] = [of('error'), of('warning')];
    const event = {
      type: 'checked',
      errors: errors.length,
      warnings: warnings.length,
      faults: errors.map(faultOfProblem),
    } as const;
    const told = JSON.stringify([event, hasErrors(problems)]);
    if (told !== this.#told) this.#options.emit(event);
    this.#told = told;
  }
}
