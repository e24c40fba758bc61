import { type Analysis, type Place, type UsedPermission } from '@orchestra/core';
import { describeUnresolved } from '@orchestra/code-analysis';
import { quote } from './quote.ts';

/** Limits of the lists; the complete analysis is in the version's `permissions.json` once it is published. */
const most = { uses: 3, findings: 10 };

/** Renders the analysis of a package's code for reviewers. */
export function renderAnalysisDetails({ permissions, unresolved, unsupported }: Analysis): string {
  const blocks = [
    permissions.map(renderUsed).join('\n'),
    renderFindings('Nobody can tell what this uses', unresolved, (code) => {
      const { why, needs } = describeUnresolved(code);
      return `${brief(code.what)} at ${renderPlace(code.place)}: ${why}. It may need ${needs}`;
    }),
    renderFindings('Orchestra does not have this', unsupported, ({ feature, call, place }) => {
      return `${brief(call)} at ${renderPlace(place)}: ${brief(feature)}`;
    }),
  ].filter((block) => block !== '');
  if (blocks.length === 0) blocks.push('It needs no permission.');
  return `<details><summary>What its code uses</summary>\n\n${blocks.join('\n\n')}\n\n</details>`;
}

function renderUsed({ permission, count, uses }: UsedPermission): string {
  const shown = uses.slice(0, most.uses);
  const lines = shown.map(({ call, place }) => `  - ${brief(call)} at ${renderPlace(place)}`);
  const more = count - shown.length;
  return [`- **${permission}**`, ...lines, ...(more > 0 ? [`  - and ${more} more`] : [])].join(
    '\n',
  );
}

function renderFindings<T>(title: string, found: readonly T[], render: (one: T) => string): string {
  if (found.length === 0) return '';
  const lines = found.slice(0, most.findings).map((one) => `- ${render(one)}`);
  const more = found.length - lines.length;
  return [`**${title}**\n`, ...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}

/**
 * Renders a place in the package. The place in the source is left out, because only a source map claims it.
 */
function renderPlace({ source, ...packed }: Place): string {
  const shown = brief(showPosition(packed));
  return source === undefined
    ? shown
    : `${shown} (says its source map: ${brief(showPosition(source))})`;
}

function showPosition({ file, line, column }: Omit<Place, 'source'>): string {
  return `${file}:${line}:${column}`;
}

/** Shortens a text. GitHub allows 65,536 characters in a comment, and names in code may be of any length. */
function brief(text: string): string {
  return quote(text.length <= 150 ? text : `${text.slice(0, 50)}…${text.slice(-99)}`);
}
