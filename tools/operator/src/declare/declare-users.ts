import {
  parseValue,
  RegistryError,
  type Scope,
  scopes,
  ScopeSchema,
  TokenOptionsSchema,
} from '@orchestra/core';
import type { Command } from 'commander';
import type { OperatorOptions, Run } from '../run.ts';

/** Declares the commands for accounts: user add, list, token, revoke. */
export function declareUsers(program: Command, run: Run): void {
  const users = program.command('user').description('accounts and tokens of this registry');
  users
    .command('add <login>')
    .description('add an account, and print a token for it once')
    .option('--admin', 'an admin of the registry, who may hide reviews and issue tokens')
    .action(async (login: string, options: { admin?: true }, command: Command) => {
      const { userAdd } = await import('../commands/user-add.ts');
      const globals = command.optsWithGlobals<OperatorOptions>();
      await run(userAdd, { ...globals, login, admin: options.admin === true });
    });
  users
    .command('list')
    .description('list the accounts')
    .action(async (_options, command: Command) => {
      const { userList } = await import('../commands/user-list.ts');
      await run(userList, command.optsWithGlobals<OperatorOptions>());
    });
  users
    .command('token <login>')
    .description('print one more token of an account, once')
    .option('--scope <scopes...>', `what it may be used for: ${scopes.join(', ')}`, readScopes)
    .option('--days <number>', 'how long it is valid; 365 where nothing is said', readDays)
    .action(async (login: string, _options, command: Command) => {
      const { userToken } = await import('../commands/user-token.ts');
      const { scope, ...options } = command.optsWithGlobals<
        OperatorOptions & { scope?: Scope[]; days?: number }
      >();
      await run(userToken, {
        ...options,
        login,
        ...(scope === undefined ? {} : { scopes: scope }),
      });
    });
  users
    .command('revoke <login>')
    .description('end every token of an account')
    .action(async (login: string, _options, command: Command) => {
      const { userRevoke } = await import('../commands/user-revoke.ts');
      await run(userRevoke, { ...command.optsWithGlobals<OperatorOptions>(), login });
    });
}

/** Collects the values of a repeated option, as commander passes them. */
function readScopes(text: string, before: readonly Scope[] = []): Scope[] {
  const parsed = parseValue(ScopeSchema, text);
  if (parsed.ok) return [...new Set([...before, parsed.value])];
  throw new RegistryError('usage', `'${text}' is no scope`, {
    hint: `Choose from ${scopes.join(', ')}.`,
  });
}

function readDays(text: string): number {
  const parsed = parseValue(TokenOptionsSchema.properties.days, Number(text));
  if (parsed.ok && parsed.value !== undefined) return parsed.value;
  throw new RegistryError('usage', `'${text}' is no number of days: expected 1 to 3650`, {
    hint: 'For example: --days 90',
  });
}
