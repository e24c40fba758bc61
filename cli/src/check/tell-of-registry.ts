import type { Manifest, Problem } from '@orchestra/core';
import type { CommandContext } from '../command.ts';
import { isDown } from '../registry/is-down.ts';
import { connectRegistry, type RegistryClient } from '../registry/registry-client.ts';
import { withPatience } from '../registry/with-patience.ts';
import { tellNeeded } from './tell-needed.ts';
import { tellReview } from './tell-review.ts';

/** Time in milliseconds that a registry has: a check goes on without it. */
const patienceMs = 4000;

/**
 * Adds to problems what only the registry knows: what happens there to code that a person has to look at,
 * and which of the needed extensions it has. They stay as they are where it doesn't answer.
 */
export async function tellOfRegistry(
  problems: readonly Problem[],
  of: { manifest: Manifest | null; context: CommandContext },
): Promise<Problem[]> {
  const isAsked = ({ code }: Problem) => code === 'review-required' || code === 'extensions-needed';
  if (of.manifest === null || !problems.some(isAsked)) return [...problems];
  try {
    const client = await connectRegistry(withPatience(of.context, patienceMs));
    return await tellAll(problems, { manifest: of.manifest, client });
  } catch (error) {
    if (!isDown(error)) throw error;
    return [...problems];
  }
}

async function tellAll(
  problems: readonly Problem[],
  of: { manifest: Manifest; client: RegistryClient },
): Promise<Problem[]> {
  const { config } = of.client;
  const told = problems.map(async (problem) => {
    if (problem.code === 'review-required') return tellReview(problem, config);
    return problem.code === 'extensions-needed' ? tellNeeded(problem, of) : problem;
  });
  return Promise.all(told);
}
