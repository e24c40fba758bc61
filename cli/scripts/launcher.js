#!/usr/bin/env node
import module from 'node:module';

const major = Number(process.versions.node.split('.')[0]);
if (major >= 22) {
  module.enableCompileCache();
  await import('./bin.js');
} else {
  console.error(`error Node 22 or newer is needed; this is ${process.version}`);
  process.exitCode = 1;
}
