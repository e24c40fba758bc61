import type { Reporter, TestModule } from 'vitest/node';

const shown = 25;

/** Says at the end which files took longest, so that a slow run shows where its time went. */
export class SlowestFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.length <= shown) return; // the run itself shows them
    const taken = modules
      .map((module) => ({ module, seconds: secondsOf(module) }))
      .toSorted((a, b) => b.seconds - a.seconds)
      .slice(0, shown);
    const lines = taken.map(
      ({ module: { project, relativeModuleId }, seconds }) =>
        `${seconds.toFixed(1).padStart(7)} s  ${project.name.padEnd(8)}  ${relativeModuleId}`,
    );
    process.stdout.write(`\nSlowest files\n${lines.join('\n')}\n`);
  }
}

function secondsOf(module: TestModule): number {
  const { setupDuration, collectDuration, duration } = module.diagnostic();
  return (setupDuration + collectDuration + duration) / 1000;
}
