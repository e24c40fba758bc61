import type { User } from '../../users/user-store.ts';
import { alignColumns } from './align-columns.ts';
import type { Render } from './render.ts';

/** The accounts, one a line. */
export const renderUsers: Render<readonly User[]> = (users, colors) => {
  if (users.length === 0) return 'No users yet: user add LOGIN\n';
  const rows = users.map((user) => [
    `${user.id}`,
    user.login,
    `${user.tokens}`,
    user.createdAt.slice(0, 10),
  ]);
  const [head, ...lines] = alignColumns([['id', 'login', 'tokens', 'since'], ...rows]).split('\n');
  return `${colors.dim(head ?? '')}\n${lines.join('\n')}`;
};
