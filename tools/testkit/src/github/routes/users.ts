import { requirePerson } from '../http/access.ts';
import { notFound } from '../http/github-error.ts';
import { json, param, route } from '../http/route.ts';
import { toProfile } from '../views/to-user.ts';

/** Accounts. */
export const userRoutes = [
  route('GET /user', (call) => json(toProfile(call.world, requirePerson(call).account))),
  route('GET /user/{account_id}', (call) => {
    const id = Number(param(call, 'account_id'));
    const account = call.world.accounts.find((one) => one.id === id);
    if (account === undefined) throw notFound();
    return json(toProfile(call.world, account));
  }),
  route('GET /users/{username}', (call) => {
    const account = call.world.findAccount(param(call, 'username'));
    if (account === null) throw notFound();
    return json(toProfile(call.world, account));
  }),
];
