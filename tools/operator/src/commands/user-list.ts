import type { User } from '@orchestra/core';
import { renderTable } from '@orchestra/terminal';
import { openAccounts } from '../accounts/open-accounts.ts';
import type { OperatorCommand } from '../command.ts';

/** Lists the accounts of the registry. */
export const userList: OperatorCommand<object, User[]> = {
  async run(_options, context) {
    await using accounts = await openAccounts(context);
    return await accounts.list();
  },
  text(users, style) {
    if (users.length === 0) return 'No users yet: user add LOGIN';
    const rows = users.map(({ id, login, role, tokens, createdAt }) => [
      `${id}`,
      login,
      role,
      `${tokens}`,
      createdAt.slice(0, 10),
    ]);
    const head = ['id', 'login', 'role', 'tokens', 'since'].map((word) => style.dim(word));
    return renderTable([head, ...rows]);
  },
};
