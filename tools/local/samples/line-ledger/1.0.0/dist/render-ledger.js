/** @import { Ledger, Row, Sums } from './count-workspace.js' */

const number = new Intl.NumberFormat();

/**
 * The ledger as a page: a row for each language, the largest first, and the total.
 *
 * @param {Pick<Ledger, 'rows' | 'total'>} ledger
 * @param {{ title: string }} page
 */
export function renderLedger({ rows, total }, { title }) {
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>${escapeHtml(title)}</title>
  <style>${style}</style>
  <h1>${escapeHtml(title)}</h1>
  <table>
    <thead>
      <tr><th>Language</th><th>Files</th><th>Lines</th><th>Blank</th><th>Words</th><th>Share</th></tr>
    </thead>
    <tbody>${rows.map((row) => renderRow(row, total)).join('')}</tbody>
    <tfoot>${renderRow({ language: 'Total', ...total }, total)}</tfoot>
  </table>
</html>`;
}

/**
 * @param {Row} row
 * @param {Sums} total
 */
function renderRow(row, total) {
  const share = total.lines === 0 ? 0 : (100 * row.lines) / total.lines;
  const cells = [row.files, row.lines, row.blank, row.words].map(
    (value) => `<td>${number.format(value)}</td>`,
  );
  return `<tr>
    <th>${escapeHtml(row.language)}</th>${cells.join('')}
    <td><meter min="0" max="100" value="${share.toFixed(1)}">${share.toFixed(1)} %</meter></td>
  </tr>`;
}

/** @param {string} text */
function escapeHtml(text) {
  /** @type {Record<string, string>} */
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (character) => entities[character]);
}

const style = `
  body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem; }
  table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
  th, td { padding: 0.35rem 1rem; text-align: right; }
  tbody tr { border-top: 1px solid #8884; }
  tfoot tr { border-top: 2px solid currentColor; }
  th:first-child { text-align: left; }
  meter { width: 8rem; }
`;
