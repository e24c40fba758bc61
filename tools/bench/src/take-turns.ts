/** Two tasks to compare; each is passed the number of earlier rounds. */
export interface Compared {
  ours(round: number): Promise<unknown>;
  over(round: number): Promise<unknown>;
  /** Prepares a round; its time doesn't count. */
  before?(round: number): Promise<unknown>;
  /** Ends what the first one left running; its time doesn't count. */
  between?(round: number): Promise<unknown>;
}

/**
 * Runs two tasks in turns, so that other load on the machine affects both, and returns the median time of
 * each in milliseconds. The first round is a warm-up and doesn't count.
 */
export async function takeTurns(
  compared: Compared,
  options: { rounds: number; onRound?: (round: number) => void },
): Promise<{ ours: number; over: number }> {
  const ours: number[] = [];
  const over: number[] = [];
  for (let round = 0; round <= options.rounds; round += 1) {
    options.onRound?.(round);
    await compared.before?.(round);
    const first = await time(() => compared.ours(round));
    await compared.between?.(round);
    const second = await time(() => compared.over(round));
    if (round === 0) continue;
    ours.push(first);
    over.push(second);
  }
  return { ours: median(ours), over: median(over) };
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

/** The value that a percentage of the values doesn't exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? NaN;
}

/** The median; the mean of the two middle values where their number is even. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  const [low = NaN, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return (low + high) / 2;
}
