import { RegistryError } from '@orchestra/core';
import type { CommandContext } from '../command.ts';
import { withoutPlaces } from '../render/render-found.ts';
import type { PublishOptions } from './publish-result.ts';

/**
 * Asks, after a publish was refused because a person has to look at the code, whether to ask for that. A
 * script says it beforehand with `--request-review`.
 *
 * @throws RegistryError the refusal, where there is no terminal to ask on, or for a no
 */
export async function askForReview(
  refusal: unknown,
  { options, context }: { options: PublishOptions; context: CommandContext },
): Promise<void> {
  if (!(refusal instanceof RegistryError) || refusal.code !== 'review-required') throw refusal;
  const { stdin, stderr, json, yes } = context;
  const { message, hint, problems, cause } = refusal;
  if (json) throw refusal;
  // the places were shown with the contents of the package
  const short = new RegistryError('review-required', message, {
    ...(hint === undefined ? {} : { hint }),
    problems: withoutPlaces(problems),
    cause,
  });
  const isAsked = !options.dryRun && !yes && stdin.isTTY === true && stderr.isTTY === true;
  if (!isAsked) throw short;
  stderr.write('Nobody can tell by reading the code what all of it uses: see above.\n');
  const { confirm } = await import('@clack/prompts');
  const answer = await confirm({
    message: 'Ask a person of the registry to look at it? It keeps the package until then.',
    initialValue: true,
    input: stdin,
    output: stderr,
  });
  if (answer !== true) throw short;
}
