import type { GitHub } from '../github.ts';
import { makeRepository, writeFirstCommit } from '../actions/make-repository.ts';
import { fullName } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { addRelease } from './add-release.ts';
import { addToken } from './add-token.ts';

/** What tests and rehearsals do to a fake GitHub beside asking it. */
export function makeScene(
  world: World,
): Omit<GitHub, 'api' | 'web' | 'storage' | keyof AsyncDisposable> {
  const { clientId, clientSecret, id, privateKey, installationId } = world.app;
  return {
    app: { clientId, clientSecret, id, privateKey, installationId, login: world.appAccount.login },
    async addUser(login, options = {}) {
      if (world.findAccount(login) !== null) throw new Error(`${login} is taken`);
      const account = {
        id: options.id ?? world.nextId(),
        login,
        type: options.type ?? ('User' as const),
        email: options.email ?? `${login}@mail.example`,
        createdAt: world.now(),
      };
      world.accounts.push(account);
      return { id: account.id, login };
    },
    async renameUser(login, to) {
      const account = world.account(login);
      if (world.findAccount(to) !== null) throw new Error(`${to} is taken`);
      for (const repository of world.repositories) {
        if (repository.owner === account)
          world.formerNames.set(fullName(repository).toLowerCase(), repository);
      }
      account.login = to;
    },
    addToken: (login, options) => addToken(world, login, options),
    async addRepository(name, options = {}) {
      const [owner = '', repo = ''] = name.split('/');
      if (world.findRepository(name) !== null) throw new Error(`${name} is taken`);
      const repository = await makeRepository(world, {
        owner: world.account(owner),
        name: repo,
        private: options.private ?? false,
      });
      await writeFirstCommit(world, repository, options.files ?? { 'README.md': `# ${repo}\n` });
      return { id: repository.id, directory: repository.directory };
    },
    async renameRepository(name, to) {
      const repository = world.repository(name);
      world.formerNames.set(name.toLowerCase(), repository);
      repository.name = to;
    },
    addCollaborator(name, login, role) {
      world.repository(name).collaborators.set(world.account(login).id, role);
    },
    addRelease: (name, release) => addRelease(world, world.repository(name), release),
    approveDevice(userCode, login) {
      findDevice(world, userCode).answer = world.account(login);
    },
    denyDevice(userCode) {
      findDevice(world, userCode).answer = 'denied';
    },
    expireDevice(userCode) {
      findDevice(world, userCode).expiresAt = 0;
    },
    faults: world.faults,
    requests: world.requests,
    events: world.events,
  };
}

function findDevice(world: World, userCode: string) {
  const device = world.devices.find((one) => one.userCode === userCode);
  if (device === undefined) throw new Error(`no device waits with the code ${userCode}`);
  return device;
}
