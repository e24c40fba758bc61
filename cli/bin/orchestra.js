#!/usr/bin/env node
// Runs the CLI from a clone, straight from its sources; `npm run build -w cli` makes the bundle.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  await import('../src/bin.ts');
} else {
  console.error(`error Node 22.18 or newer is needed; this is ${process.version}`);
  console.error(
    'hint: Run it as `npx orchestra ext …`, which uses the Node that npm ci installed.',
  );
  process.exitCode = 1;
}
