import type { Account } from '../state/account.ts';
import type { Repository } from '../state/repository.ts';

/** What someone is to a repository, as answers tell it. */
export function authorAssociation(repository: Repository, account: Account): string {
  if (account.id === repository.owner.id) return 'OWNER';
  if (repository.collaborators.has(account.id)) {
    return repository.owner.type === 'Organization' ? 'MEMBER' : 'COLLABORATOR';
  }
  const merged = repository.pulls.some(
    (pull) => pull.author.id === account.id && pull.merged !== null,
  );
  return merged ? 'CONTRIBUTOR' : 'NONE';
}
