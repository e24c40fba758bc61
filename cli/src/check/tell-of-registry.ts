import { type CodeReview, type Manifest, type Problem, RegistryError } from '@orchestra/core';
import type { CommandContext } from '../command.ts';
import { isDown } from '../registry/is-down.ts';
import { fetchCodeReview } from '../registry/fetch-code-review.ts';
import { connectRegistry, type RegistryClient } from '../registry/registry-client.ts';
import { withPatience } from '../registry/with-patience.ts';
import { tellNeeded } from './tell-needed.ts';
import { tellReview } from './tell-review.ts';

/** Time in milliseconds that a registry has: a check goes on without it. */
const patienceMs = 4000;

/**
 * Adds to problems what only the registry knows: what happens there to code that a person has to look at,
 * and which of the needed extensions it has. They stay as they are where it doesn't answer.
 *
 * @param of.sha256 digest of the package; null where none can be made
 */
export async function tellOfRegistry(
  problems: readonly Problem[],
  of: { manifest: Manifest | null; sha256: string | null; context: CommandContext },
): Promise<Problem[]> {
  const isAsked = ({ code }: Problem) => code === 'review-required' || code === 'extensions-needed';
  if (of.manifest === null || !problems.some(isAsked)) return [...problems];
  try {
    const context = withPatience(of.context, patienceMs);
    const client = await connectRegistry(context);
    const { manifest, sha256 } = of;
    return await tellAll(problems, { manifest, sha256, client, context });
  } catch (error) {
    if (!isDown(error)) throw error;
    return [...problems];
  }
}

async function tellAll(
  problems: readonly Problem[],
  of: Asked & { manifest: Manifest },
): Promise<Problem[]> {
  const { config } = of.client;
  const told = problems.map(async (problem) => {
    if (problem.code === 'review-required') {
      return tellReview(problem, { problems, config, review: await findReview(of.manifest, of) });
    }
    return problem.code === 'extensions-needed' ? tellNeeded(problem, of) : problem;
  });
  return Promise.all(told);
}

interface Asked {
  sha256: string | null;
  client: RegistryClient;
  context: CommandContext;
}

/** What a person of the registry said of these very bytes; null where that isn't known. */
async function findReview(
  { name, version }: Pick<Manifest, 'name' | 'version'>,
  { sha256, client, context }: Asked,
): Promise<CodeReview | null> {
  if (version === undefined) return null;
  try {
    const review = await fetchCodeReview({ name, version }, { client, context });
    return review?.sha256 === sha256 ? review : null;
  } catch (error) {
    if (error instanceof RegistryError) return null; // it is told what is known without
    throw error;
  }
}
