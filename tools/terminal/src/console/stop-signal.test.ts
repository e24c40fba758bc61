import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { stopSignal } from './stop-signal.ts';

test.each(['SIGINT', 'SIGTERM'])(
  'stopSignal() is aborted by %s, and leaves the next to Node',
  async (name) => {
    const real = new EventEmitter();
    const signal = stopSignal(real);
    expect(signal.aborted).toBe(false);
    real.emit(name);
    expect(signal.aborted).toBe(true);
    expect(real.listenerCount(name)).toBe(1);
    await Promise.resolve();
    expect(real.listenerCount(name)).toBe(0);
  },
);
