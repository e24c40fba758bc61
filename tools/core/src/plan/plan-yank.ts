import type { Submitter } from '../authorize.ts';
import { redactEmails } from '../manifest/redact-emails.ts';
import { RegistryError } from '../problems/registry-error.ts';
import type { IndexEntry, IndexVersion, Status } from '../schema/index-entry.ts';
import type { Plan, Planned } from './plan.ts';

/** A change to a version's status, with the account that asks for it. */
export interface StatusChange {
  action: 'yank' | 'unyank' | 'quarantine';
  version: string;
  /** Shown to everyone who has the version installed or tries to install it. */
  reason?: string;
  submitter: Submitter;
}

const statusAfter = {
  yank: 'yanked',
  unyank: 'live',
  quarantine: 'quarantined',
} as const satisfies Record<StatusChange['action'], Status>;

/**
 * Plans how a yank, its undoing or a quarantine changes the entry. Pure; the package itself stays unchanged.
 *
 * @returns `unchanged` where the version has that status and reason already
 * @throws RegistryError `version-unknown`; `version-quarantined` where someone other than an operator wants
 *   to change a quarantined version
 */
export function planYank(change: StatusChange, entry: IndexEntry): Planned {
  const found = entry.versions.find((version) => version.version === change.version);
  if (found === undefined) {
    throw new RegistryError('version-unknown', `'${entry.name}' has no version ${change.version}`, {
      hint: `See them all: orchestra ext versions ${entry.name}`,
    });
  }
  if (found.status === 'quarantined' && change.submitter.operator !== true) {
    throw new RegistryError(
      'version-quarantined',
      `${entry.name} ${found.version} is quarantined; its owners can't change that`,
      { hint: 'Ask an operator of the registry.' },
    );
  }
  const after = withStatus(found, change);
  if (after.status === found.status && after.reason === found.reason) {
    return { kind: 'unchanged', entry };
  }
  const versions = entry.versions.map((version) => (version === found ? after : version));
  const plan: Plan = {
    action: change.action,
    name: entry.name,
    version: found.version,
    blobs: [],
    before: entry,
    after: { ...entry, versions },
    message: planMessage(entry.name, change),
  };
  return { kind: 'plan', plan };
}

function withStatus(version: IndexVersion, change: StatusChange): IndexVersion {
  const { reason: _before, ...rest } = version;
  const status = statusAfter[change.action];
  // a short replacement, because the text must not become longer than the entry allows
  const reason = redactEmails(change.reason ?? '', '[…]').trim();
  return status === 'live' || reason === '' ? { ...rest, status } : { ...rest, status, reason };
}

function planMessage(name: string, change: StatusChange): string {
  const verb = { yank: 'Yank', unyank: 'Unyank', quarantine: 'Quarantine' }[change.action];
  const { login, provider, id } = change.submitter;
  return `${verb} ${name} ${change.version}\n\nBy: ${login} (${provider} ${id})\n`;
}
