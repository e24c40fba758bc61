import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { pathToFileURL } from 'node:url';
import { compileFunction, SourceTextModule } from 'node:vm';

// Parses scripts as Node does before it runs them, a module or CommonJS as the package.json above says, and prints
// an error a line. One process for all: each start of Node takes longer than they all.
// Run as: node --experimental-vm-modules parse-scripts.ts SCRIPT…
for (const path of process.argv.slice(2)) {
  try {
    parse(path);
  } catch (error) {
    process.stdout.write(`${path}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

function parse(path: string): SourceTextModule | Function {
  const text = readFileSync(path, 'utf8');
  const names = ['exports', 'require', 'module', '__filename', '__dirname'];
  return isModule(path) ? new SourceTextModule(text) : compileFunction(text, names);
}

function isModule(path: string): boolean {
  const manifest = findPackageJSON(pathToFileURL(path));
  return manifest !== undefined && JSON.parse(readFileSync(manifest, 'utf8')).type === 'module';
}
