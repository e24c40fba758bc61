import { plain } from '@orchestra/terminal';
import * as clack from '@clack/prompts';
import type { CommandContext } from '../command.ts';
import type { Asker } from './dev-ui.ts';

/** Rows of a list that are shown at once. */
const maxItems = 12;

/**
 * Answers what an extension asks by asking a person. What the extension wrote is cleaned.
 *
 * @param inTerminal gives the terminal to a question
 */
export function askInTerminal(
  { stdin, stdout }: Pick<CommandContext, 'stdin' | 'stdout'>,
  inTerminal: <T>(question: () => Promise<T>) => Promise<T>,
): Asker {
  const streams = { input: stdin, output: stdout };
  return {
    choose: ({ message, options, picked }, signal) =>
      inTerminal(async () => {
        if (signal.aborted) return undefined;
        const shown = options.map(({ label, hint = '' }, value) => {
          const said = plain(hint);
          return { value, label: plain(label), ...(said !== '' && { hint: said }) };
        });
        const asked = { message: plain(message), options: shown, maxItems, signal, ...streams };
        if (picked !== undefined) {
          const initialValues = [...picked];
          const many = await clack.autocompleteMultiselect({ ...asked, initialValues });
          return clack.isCancel(many) ? undefined : many;
        }
        const one = await clack.autocomplete(asked);
        return clack.isCancel(one) ? undefined : [one];
      }),
    write: (question, signal) =>
      inTerminal(() => writeUntilValid(question, { signal, ...streams })),
    confirm: (question) =>
      inTerminal(async () => {
        const answer = await clack.confirm({
          message: plain(question),
          initialValue: false,
          ...streams,
        });
        return answer === true;
      }),
  };
}

/** Asks again as long as the extension isn't content. */
async function writeUntilValid(
  question: Parameters<Asker['write']>[0],
  how: { signal: AbortSignal } & Pick<clack.TextOptions, 'input' | 'output'>,
): Promise<string | undefined> {
  let { value = '' } = question;
  let message = plain(question.message);
  while (!how.signal.aborted) {
    const written = question.isSecret
      ? await clack.password({ message, ...how })
      : await clack.text({
          message,
          initialValue: value,
          placeholder: plain(question.placeholder ?? ''),
          ...how,
        });
    if (clack.isCancel(written)) return undefined;
    value = written ?? '';
    const wrong = await question.validate(value);
    if (wrong === undefined) return value;
    message = `${plain(question.message)} — ${plain(wrong)}`;
  }
  return undefined;
}
