/** Two things to compare; each is told how many rounds came before. */
export interface Compared {
  ours(round: number): Promise<unknown>;
  over(round: number): Promise<unknown>;
  /** Makes ready for a round; its time doesn't count. */
  before?(round: number): Promise<unknown>;
}

/**
 * Runs two things in turns, so that whatever else the machine does hits both, and gives the median
 * time of each in milliseconds. The first round warms up and doesn't count.
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
    const times = [await time(() => compared.ours(round)), await time(() => compared.over(round))];
    if (round === 0) continue;
    ours.push(times[0] ?? 0);
    over.push(times[1] ?? 0);
  }
  return { ours: median(ours), over: median(over) };
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

/** The value that so many of 100 are at most. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? NaN;
}

/** The middle value; the mean of the two middle ones where there is an even number of them. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  const [low = NaN, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return (low + high) / 2;
}
