import { cliIn } from '@orchestra/testkit';

/** The address shown in pictures: the default of `npm start`, whatever port was used. */
export const usualAddress = 'http://127.0.0.1:4400';

/**
 * Runs a command of the bundled CLI, and returns its output with colours. Addresses and folders of this
 * machine are replaced by the usual ones.
 *
 * @param command `orchestra ext …`
 * @throws Error with the output of a command that failed
 */
export async function runCommand(
  command: string,
  { home, registry }: { home: string; registry: { url: string } },
): Promise<string> {
  const args = command.split(' ').slice(2);
  const env = { FORCE_COLOR: '1', DO_NOT_TRACK: '1' };
  const { exitCode, stdout, stderr } = await cliIn(home, registry)(args, { env });
  if (exitCode !== 0) throw new Error(stderr);
  return `${stderr}${stdout}`
    .replaceAll(registry.url, usualAddress)
    .replaceAll(home, '~/.orchestra');
}
