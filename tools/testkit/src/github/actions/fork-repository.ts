import { listRefs, updateRef } from '../git/refs.ts';
import type { Account } from '../state/account.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { makeRepository } from './make-repository.ts';

/** Forks a repository for an account; the one that it has already is its fork. */
export function forkRepository(
  world: World,
  { parent, owner, name }: { parent: Repository; owner: Account; name: string },
): Promise<Repository> {
  const key = `${parent.id} ${owner.id}`;
  const fork =
    world.forks.get(key) ??
    makeRepository(world, { owner, name: freeName(world, owner, name), parent });
  world.forks.set(key, fork);
  return fork;
}

/** Gives a fork the branches and tags of what it was forked from, whose objects it has. */
export async function fillFork(repository: Repository): Promise<void> {
  const { parent, directory } = repository;
  repository.ready = true;
  if (parent === null) return;
  for (const { name, sha } of await listRefs(parent.directory))
    await updateRef(directory, { name, after: sha });
}

/** GitHub numbers a fork whose name its owner has already given to something else. */
function freeName(world: World, owner: Account, name: string): string {
  const isTaken = (wanted: string) => world.findRepository(`${owner.login}/${wanted}`) !== null;
  if (!isTaken(name)) return name;
  for (let number = 1; ; number += 1) {
    if (!isTaken(`${name}-${number}`)) return `${name}-${number}`;
  }
}
