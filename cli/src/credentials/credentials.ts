import { parseJson, RegistryError } from '@orchestra/core';
import { systemCode, writeFileAtomic } from '@orchestra/core/node';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import type { CommandContext } from '../command.ts';

const KeptSchema = Type.Object({ token: Type.String(), login: Type.String() });

const CredentialsSchema = Type.Object({
  format: Type.Literal(1),
  /** Registry tokens by the address of the registry; each is sent to that registry only. */
  tokens: Type.Record(Type.String(), KeptSchema),
  /** GitHub tokens by origin, for opening pull requests. */
  github: Type.Optional(Type.Record(Type.String(), KeptSchema)),
});
/** The content of the file of stored tokens. */
export type Credentials = Static<typeof CredentialsSchema>;

/** Path of the file of stored tokens; only its owner can read it. */
export function credentialsFile(context: Pick<CommandContext, 'home'>): string {
  return join(context.home, 'credentials.json');
}

/**
 * Finds the token for the registry: `ORCHESTRA_TOKEN`, otherwise the one stored by `login`; null where there
 * is none.
 *
 * @throws RegistryError `state-corrupted`
 */
export async function findRegistryToken(context: CommandContext): Promise<string | null> {
  const given = context.env['ORCHESTRA_TOKEN']?.trim() ?? '';
  return given === '' ? findKeptToken(context) : given;
}

/**
 * Finds the registry token stored by `login`; null where there is none.
 *
 * @throws RegistryError `state-corrupted`
 */
export async function findKeptToken(context: CommandContext): Promise<string | null> {
  const { tokens } = await readCredentials(context);
  return tokens[addressOf(context)]?.token ?? null;
}

/**
 * Finds the token for the registry, and fails without one.
 *
 * @throws RegistryError `token-missing`
 */
export async function requireToken(context: CommandContext): Promise<string> {
  const token = await findRegistryToken(context);
  if (token !== null) return token;
  throw new RegistryError('token-missing', `You are not signed in to ${addressOf(context)}`, {
    hint: 'Run `orchestra ext login`, or set ORCHESTRA_TOKEN.',
  });
}

/** Stores a token for the registry, and replaces an earlier one. */
export async function keepRegistryToken(
  kept: { token: string; login: string },
  context: CommandContext,
): Promise<void> {
  const before = await readCredentials(context);
  const tokens = { ...before.tokens, [addressOf(context)]: kept };
  await writeCredentials({ ...before, tokens }, context);
}

/** Removes the stored token for the registry. @returns false where there was none */
export async function forgetToken(context: CommandContext): Promise<boolean> {
  const before = await readCredentials(context);
  const { [addressOf(context)]: forgotten, ...tokens } = before.tokens;
  if (forgotten === undefined) return false;
  await writeCredentials({ ...before, tokens }, context);
  return true;
}

/** Several registries may be on one host, each with its own tokens: the origin and the path, no `/` behind. */
function addressOf(context: CommandContext): string {
  const { origin, pathname } = new URL(context.registry);
  return `${origin}${pathname}`.replace(/\/+$/, '');
}

/** Reads the file of stored tokens. @throws RegistryError `state-corrupted` */
export async function readCredentials(context: CommandContext): Promise<Credentials> {
  const file = credentialsFile(context);
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return { format: 1, tokens: {} };
  const parsed = parseJson(CredentialsSchema, text);
  if (parsed.ok) return parsed.value;
  throw new RegistryError('state-corrupted', `${file} is damaged`, {
    hint: `Remove it and sign in again: rm '${file}'`,
  });
}

/** Replaces the file of stored tokens. @throws RegistryError `file-unwritable` */
export async function writeCredentials(
  credentials: Credentials,
  context: CommandContext,
): Promise<void> {
  const text = `${JSON.stringify(credentials, null, 2)}\n`;
  const file = credentialsFile(context);
  await writeFileAtomic(file, text, { mode: 0o600 }).catch((cause: unknown) => {
    throw new RegistryError('file-unwritable', `${file} can't be written: ${systemCode(cause)}`, {
      hint: 'Check its permissions, or set ORCHESTRA_HOME to a folder of yours.',
      cause,
    });
  });
}
