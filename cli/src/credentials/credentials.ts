import { parseJson, RegistryError } from '@orchestra/core';
import { writeFileAtomic } from '@orchestra/core/node';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import type { CommandContext } from '../command.ts';

const KeptSchema = Type.Object({ token: Type.String(), login: Type.String() });

const CredentialsSchema = Type.Object({
  format: Type.Literal(1),
  /** By origin of the registry: a token is never sent anywhere else. */
  tokens: Type.Record(Type.String(), KeptSchema),
  /** By origin of GitHub: what opens pull requests. */
  github: Type.Optional(Type.Record(Type.String(), KeptSchema)),
});
/** Every token that is kept in the file. */
export type Credentials = Static<typeof CredentialsSchema>;

/** Where tokens are kept, readable by their owner alone. */
export function credentialsFile(context: Pick<CommandContext, 'home'>): string {
  return join(context.home, 'credentials.json');
}

/**
 * The token for the registry: `ORCHESTRA_TOKEN`, else the one that `login` kept; null without one.
 *
 * @throws RegistryError `state-corrupted`
 */
export async function findRegistryToken(context: CommandContext): Promise<string | null> {
  const given = context.env['ORCHESTRA_TOKEN']?.trim() ?? '';
  return given === '' ? findKeptToken(context) : given;
}

/**
 * The token that `login` kept for the registry; null without one.
 *
 * @throws RegistryError `state-corrupted`
 */
export async function findKeptToken(context: CommandContext): Promise<string | null> {
  const { tokens } = await readCredentials(context);
  return tokens[originOf(context)]?.token ?? null;
}

/**
 * The token for the registry.
 *
 * @throws RegistryError `token-missing`
 */
export async function requireToken(context: CommandContext): Promise<string> {
  const token = await findRegistryToken(context);
  if (token !== null) return token;
  throw new RegistryError('token-missing', `You are not signed in to ${originOf(context)}`, {
    hint: 'Run `orchestra ext login`, or set ORCHESTRA_TOKEN.',
  });
}

/** Keeps a token for the registry, in place of the one before. */
export async function keepRegistryToken(
  kept: { token: string; login: string },
  context: CommandContext,
): Promise<void> {
  const before = await readCredentials(context);
  const tokens = { ...before.tokens, [originOf(context)]: kept };
  await writeCredentials({ ...before, tokens }, context);
}

/** Forgets the token of the registry. @returns false where there was none */
export async function forgetToken(context: CommandContext): Promise<boolean> {
  const before = await readCredentials(context);
  const { [originOf(context)]: forgotten, ...tokens } = before.tokens;
  if (forgotten === undefined) return false;
  await writeCredentials({ ...before, tokens }, context);
  return true;
}

function originOf(context: CommandContext): string {
  return new URL(context.registry).origin;
}

/** Reads what is kept. @throws RegistryError `state-corrupted` */
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

/** Replaces what is kept. */
export async function writeCredentials(
  credentials: Credentials,
  context: CommandContext,
): Promise<void> {
  const text = `${JSON.stringify(credentials, null, 2)}\n`;
  await writeFileAtomic(credentialsFile(context), text, { mode: 0o600 });
}
