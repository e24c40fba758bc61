import type { User } from '@orchestra/core';
import { alignColumns } from './align-columns.ts';
import type { Render } from './render.ts';

/** The accounts, one a line. */
export const renderUsers: Render<readonly User[]> = (users, colors) => {
  if (users.length === 0) return 'No users yet: user add LOGIN\n';
  const rows = users.map((user) => [
    `${user.id}`,
    user.login,
    user.role,
    `${user.tokens}`,
    user.createdAt.slice(0, 10),
  ]);
  const [head, ...lines] = alignColumns([
    ['id', 'login', 'role', 'tokens', 'since'],
    ...rows,
  ]).split('\n');
  return `${colors.dim(head ?? '')}\n${lines.join('\n')}`;
};
