import { fileURLToPath } from 'node:url';
import { rehearse } from './rehearse.ts';
import { renderReceipt } from './render-receipt.ts';

const began = performance.now();
const root = fileURLToPath(new URL('../../../', import.meta.url));
const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
const tell = (text: string) =>
  void process.stdout.write(`${seconds().padStart(6)}  ${text.replaceAll('\n', '\n        ')}\n`);

const { receipts, installed, page } = await rehearse({ root, tell });
process.stdout.write(`\n${receipts.map(renderReceipt).join('\n\n')}\n\n`);
for (const { name, version, sha256 } of installed) {
  process.stdout.write(`installed ${name} ${version}, SHA-256 ${sha256}\n`);
}
const title = /<title>([^<]*)/.exec(page)?.[1] ?? '';
process.stdout.write(`its page is called '${title}'; all of it in ${seconds()} s\n`);
