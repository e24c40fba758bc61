import type { Command } from 'commander';
import type { GlobalOptions, Run } from './run.ts';

/** Declares what accounts need: user add, list, token, revoke. */
export function declareUsers(program: Command, run: Run): void {
  const users = program.command('user').description('accounts and tokens of this registry');
  users
    .command('add <login>')
    .description('add an account, and print a token for it once')
    .action(async (login: string, _options, command: Command) => {
      const { userAdd } = await import('./user-add.ts');
      const { renderAddedUser } = await import('./render/render-added-user.ts');
      await run(command.optsWithGlobals<GlobalOptions>(), {
        run: (context) => userAdd({ login }, context),
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
    .action(async (login: string, _options, command: Command) => {
      const { userToken } = await import('./user-token.ts');
      const { renderToken } = await import('./render/render-token.ts');
      await run(command.optsWithGlobals<GlobalOptions>(), {
        run: (context) => userToken({ login }, context),
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
