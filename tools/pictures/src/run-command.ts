import { cliIn } from '@orchestra/testkit';

/** The address in pictures, whatever port was free: the one that `npm start` has by itself. */
export const usualAddress = 'http://127.0.0.1:4400';

/**
 * Runs a command as a user would, by the bundle that they install, and returns what a terminal would show:
 * with its colours, and with the usual places in place of this machine's.
 *
 * @param command `orchestra ext …`
 * @throws Error what it printed, where it failed
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
