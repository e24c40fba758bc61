import {
  parseValue,
  RegistryError,
  type Scope,
  scopes,
  ScopeSchema,
  type TokenOptions,
  TokenOptionsSchema,
} from '@orchestra/core';
import type { Command } from 'commander';
import type { GlobalOptions, Run } from './run.ts';

/** Declares what accounts need: user add, list, token, revoke. */
export function declareUsers(program: Command, run: Run): void {
  const users = program.command('user').description('accounts and tokens of this registry');
  users
    .command('add <login>')
    .description('add an account, and print a token for it once')
    .option('--admin', 'an admin of the registry, who may hide reviews and issue tokens')
    .action(async (login: string, options: { admin?: true }, command: Command) => {
      const { userAdd } = await import('./user-add.ts');
      const { renderAddedUser } = await import('./render/render-added-user.ts');
      await run(command.optsWithGlobals<GlobalOptions>(), {
        run: (context) => userAdd({ login, admin: options.admin === true }, context),
        render: renderAddedUser,
      });
    });
  users
    .command('list')
    .description('list the accounts')
    .action(async (_options, command: Command) => {
      const { userList } = await import('./user-list.ts');
      const { renderUsers } = await import('./render/render-users.ts');
      await run(command.optsWithGlobals<GlobalOptions>(), {
        run: (context) => userList({}, context),
        render: renderUsers,
      });
    });
  users
    .command('token <login>')
    .description('print one more token of an account, once')
    .option('--scope <scopes...>', `what it may be used for: ${scopes.join(', ')}`, readScopes)
    .option('--days <number>', 'how long it is valid; 365 where nothing is said', readDays)
    .action(async (login: string, options: TokenOptions, command: Command) => {
      const { userToken } = await import('./user-token.ts');
      const { renderToken } = await import('./render/render-token.ts');
      await run(command.optsWithGlobals<GlobalOptions>(), {
        run: (context) => userToken({ login, ...options }, context),
        render: renderToken,
      });
    });
  users
    .command('revoke <login>')
    .description('end every token of an account')
    .action(async (login: string, _options, command: Command) => {
      const { userRevoke } = await import('./user-revoke.ts');
      const { renderRevoked } = await import('./render/render-revoked.ts');
      await run(command.optsWithGlobals<GlobalOptions>(), {
        run: (context) => userRevoke({ login }, context),
        render: renderRevoked,
      });
    });
}

/** Takes one scope after the other, as commander gives them. */
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
