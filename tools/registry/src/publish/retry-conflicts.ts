import { RegistryError } from '@orchestra/core';
import { setTimeout } from 'node:timers/promises';

const attempts = 20;

/** Runs an attempt to read, plan and commit again after `index-conflict`, a limited number of times. */
export async function retryConflicts<T>(attempt: () => Promise<T>): Promise<T> {
  for (let nth = 1; ; nth += 1) {
    try {
      return await attempt();
    } catch (error) {
      const lost = error instanceof RegistryError && error.code === 'index-conflict';
      if (!lost || nth === attempts) throw error;
      await setTimeout(Math.random() * 20 * nth);
    }
  }
}
