import { type IndexEntry, type IndexVersion, latestVersion, newestFirst } from '@orchestra/core';
import type { Notice } from '../page-data/extension-page.ts';

/**
 * Makes the notice at the top of an extension's page: that it can't be installed and why, or that a newer
 * version was withdrawn.
 */
export function makeNotice(entry: IndexEntry): Notice | null {
  const newest = newestFirst(entry.versions);
  const latest = latestVersion(entry);
  if (latest !== null) {
    const withdrawn = newest.slice(0, newest.indexOf(latest)).find(isWithdrawn);
    return withdrawn === undefined ? null : versionNotice(withdrawn, latest);
  }
  const quarantined = newest.find((version) => version.status === 'quarantined');
  if (quarantined !== undefined) {
    return {
      kind: 'quarantined',
      title: 'This extension is quarantined',
      text: join(
        'The registry refuses to install it. If you have it, remove it.',
        because(quarantined),
      ),
    };
  }
  const [first] = newest;
  return {
    kind: 'yanked',
    title: 'This extension was withdrawn by its publisher',
    text: join(
      'Every version was yanked, so it can no longer be installed. Whoever has it keeps it.',
      first === undefined ? '' : because(first),
    ),
  };
}

function isWithdrawn({ status }: IndexVersion): boolean {
  return status !== 'live';
}

function versionNotice(withdrawn: IndexVersion, latest: IndexVersion): Notice {
  const kind = withdrawn.status === 'quarantined' ? 'quarantined' : 'yanked';
  const done = kind === 'quarantined' ? 'is quarantined' : 'was yanked';
  return {
    kind,
    title: `Version ${withdrawn.version} ${done}`,
    text: join(because(withdrawn), `Installing gives you ${latest.version}.`),
  };
}

function because({ reason }: IndexVersion): string {
  if (reason === undefined || reason.trim() === '') return '';
  return /[.!?]$/.test(reason.trim()) ? reason.trim() : `${reason.trim()}.`;
}

function join(...sentences: string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
