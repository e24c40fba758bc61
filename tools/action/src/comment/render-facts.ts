import { type Permission, permissionTexts, type SubmissionFacts } from '@orchestra/core';
import { quote } from './quote.ts';

/** Renders what reviewers need to know about the package. */
export function renderFacts(
  facts: SubmissionFacts,
  { requestsBadge }: { requestsBadge: boolean },
): string {
  const mayNeed = facts.unclearCode.mayNeed.map(mark);
  const added = facts.addedPermissions.map(mark);
  const rows: [string, string][] = [
    ['Name', facts.isNewName ? '**new**: its first publish claims it for ever' : 'known'],
    ['Latest so far', facts.latest ?? 'none'],
    ['Shown as', quote(facts.displayName)],
    ['Description', quote(facts.description)],
    ['Kind', facts.compat],
    ['Licence', quote(facts.license ?? '')],
    ['Homepage', quote(facts.homepage ?? '')],
    ['Categories', facts.categories.join(', ') || 'none'],
    ['Permissions', facts.permissions.join(', ') || 'none'],
    ['Permissions that are new', added.join(', ') || 'none'],
    ['Maybe more, in code that nobody can tell', mayNeed.join(', ') || 'none'],
    ['Size', `${facts.size} bytes packed, ${facts.unpackedSize} unpacked`],
    ['SHA-256', quote(facts.sha256)],
    ['Source', `${quote(facts.source.repository)} (id ${facts.source.repositoryId})`],
    ['Release', `${quote(facts.tag)}, asset ${quote(facts.assetName)}`],
    ['Uploaded by', quote(facts.assetUploader)],
    ['Verified badge', requestsBadge ? '**requested**: check who is behind the account' : 'no'],
  ];
  const lines = rows.map(([what, value]) => `- ${what}: ${value}`);
  return `<details><summary>The package</summary>\n\n${lines.join('\n')}\n\n</details>`;
}

function mark(permission: Permission): string {
  return permissionTexts[permission].dangerous ? `**${permission} (dangerous)**` : permission;
}
