import { expect, test, vi } from 'vitest';
import { RunningCommands } from './running-commands.ts';

test('RunningCommands shows what has run for a second, each second until its end', () => {
  vi.useFakeTimers();
  try {
    const shown: string[] = [];
    const commands = new RunningCommands((text) => shown.push(text));
    const short = commands.begin('tide.low');
    vi.advanceTimersByTime(900);
    short[Symbol.dispose]();
    expect(shown).toEqual([]);
    const long = commands.begin('tide.high');
    vi.advanceTimersByTime(2_500);
    long[Symbol.dispose]();
    long[Symbol.dispose]();
    vi.advanceTimersByTime(5_000);
    expect(shown).toEqual(['tide.high 1 s', 'tide.high 2 s', '']);
  } finally {
    vi.useRealTimers();
  }
});
