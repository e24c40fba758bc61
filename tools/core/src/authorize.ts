import { RegistryError } from './problems/registry-error.ts';
import type { IndexEntry, Owner, Source } from './schema/index-entry.ts';

/** The account that makes a request: authenticated, or an operator who works at the registry itself. */
export type Submitter = Owner & { operator?: true };

/** Where the package comes from. */
export type SubmissionSource =
  /** Sent as the body of a request by the submitter, or given to an operator's command. */
  | { kind: 'upload' }
  /** An asset of a public GitHub release. */
  | ({ kind: 'release-asset'; repositoryOwnerId: number; assetUploaderId: number } & Source);

/** The request to decide on. Only a publish has a source for its package. */
export type AuthorizeRequest =
  | { action: 'publish'; name: string; source: SubmissionSource }
  | { action: 'yank' | 'unyank' | 'quarantine'; name: string };

/** The answer of {@link authorize}. `review` means that a person has to approve first. */
export type Authorization =
  | { decision: 'allow' }
  | { decision: 'review'; reason: 'new-name' }
  | { decision: 'refuse'; error: RegistryError };

/**
 * Decides from plain facts whether a submitter may do what they ask for. Pull requests, the HTTP API and
 * operators' commands all use it.
 *
 * @param context.entry null for a name that no one has published yet.
 */
export function authorize(
  request: AuthorizeRequest,
  context: { submitter: Submitter; entry: IndexEntry | null },
): Authorization {
  const { submitter, entry } = context;
  if (entry !== null && submitter.operator !== true && !isOwner(submitter, entry)) {
    return refuse(
      request.action === 'publish' ? 'name-taken' : 'not-an-owner',
      `'${request.name}' belongs to ${entry.owners.map((owner) => owner.login).join(', ')}; you are ${submitter.login}`,
      request.action === 'publish'
        ? 'Choose another name, or ask an owner to publish it.'
        : 'Ask an owner to do it.',
    );
  }
  if (request.action === 'quarantine' && submitter.operator !== true) {
    return refuse(
      'not-an-owner',
      `Only an operator of the registry may quarantine; you are ${submitter.login}`,
      'Yank the version, or report it to the registry.',
    );
  }
  if (request.action !== 'publish') {
    return entry === null
      ? refuse('extension-unknown', `No extension is called '${request.name}'`, 'Check the name.')
      : { decision: 'allow' };
  }
  const { source } = request;
  if (source.kind === 'release-asset') return authorizeAsset({ submitter, source, entry });
  if (entry !== null && entry.source !== null && submitter.operator !== true) {
    return refuse(
      'source-pinned',
      `'${request.name}' is published from ${entry.source.repository}; an upload was sent`,
      `Publish a release asset of ${entry.source.repository}.`,
    );
  }
  return { decision: 'allow' };
}

/** True where the account is among the entry's owners, compared by provider and numeric id. */
export function isOwner(account: Pick<Owner, 'provider' | 'id'>, entry: IndexEntry): boolean {
  return entry.owners.some(
    (owner) => owner.provider === account.provider && owner.id === account.id,
  );
}

function authorizeAsset(context: {
  submitter: Submitter;
  source: Extract<SubmissionSource, { kind: 'release-asset' }>;
  entry: IndexEntry | null;
}): Authorization {
  const { submitter, source, entry } = context;
  if (entry !== null && entry.source?.repositoryId !== source.repositoryId) {
    return refuse(
      'source-pinned',
      `'${entry.name}' is published from ${entry.source?.repository ?? 'uploads'}; the asset is of ${source.repository}`,
      'Publish from the pinned repository, or ask an operator to move the extension.',
    );
  }
  const isOnGitHub = submitter.provider === 'github'; // ids of other providers are unrelated
  const owns = [source.assetUploaderId, source.repositoryOwnerId].includes(submitter.id);
  if (!isOnGitHub || !owns) {
    return refuse(
      'not-an-owner',
      `The asset of ${source.repository} was uploaded by someone else, and the repository isn't yours`,
      'Upload the asset yourself, or let the repository owner submit it.',
    );
  }
  return entry === null ? { decision: 'review', reason: 'new-name' } : { decision: 'allow' };
}

function refuse(
  code: 'name-taken' | 'not-an-owner' | 'extension-unknown' | 'source-pinned',
  message: string,
  hint: string,
): Authorization {
  return { decision: 'refuse', error: new RegistryError(code, message, { hint }) };
}
