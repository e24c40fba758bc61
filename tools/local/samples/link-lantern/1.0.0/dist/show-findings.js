import { editor, ui } from '@orchestra/api';

/** @import { Finding } from './check-links.js' */

/**
 * Lists the dead links, and opens the line of the one that is chosen.
 *
 * @param {Finding[]} findings
 * @param {{ root: string }} workspace
 */
export async function showFindings(findings, { root }) {
  const items = findings.map((finding) => ({
    label: finding.target,
    description: finding.reason,
    detail: `${finding.file.slice(root.length + 1)}:${finding.line}`,
    finding,
  }));
  const placeholder = items.length === 0 ? 'Every link leads somewhere' : countOf(items.length);
  const chosen = await ui.showQuickPick(items, { placeholder });
  if (chosen) await editor.open(chosen.finding.file, { line: chosen.finding.line });
}

/** @param {number} number */
function countOf(number) {
  return number === 1 ? 'One dead link' : `${number} dead links`;
}
