import { RegistryError } from '@orchestra/core';
import { askYes, canAsk } from '../ask.ts';
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
  const { message, hint, problems, cause } = refusal;
  if (context.json) throw refusal;
  // the places were shown with the contents of the package, and the rest is said by this very error
  const short = new RegistryError('review-required', message, {
    ...(hint === undefined ? {} : { hint }),
    problems: withoutPlaces(problems).filter(({ code }) => code !== 'review-required'),
    cause,
  });
  if (options.dryRun || context.yes || !canAsk(context)) throw short;
  context.stderr.write('Nobody can tell by reading the code what all of it uses: see above.\n');
  const question = 'Ask a person of the registry to look at it? It keeps the package until then.';
  if (!(await askYes(question, context, { initially: true }))) throw short;
}
