import { writeFileSync } from 'node:fs';
import ts from 'typescript';
import { listUnjudgedOfWeb } from './web-members.ts';

/**
 * Writes down the members of the web that no table has a verdict on, for the test that nobody adds one without
 * looking at it: `node write-web-members.ts`. Look at what differs before it is kept: what reaches a server, the
 * clipboard or a person's devices belongs into a table.
 */
const lines = [...listUnjudgedOfWeb()].map(([name, members]) => `${name}: ${members.join(' ')}`);
const file = new URL('web-members.txt', import.meta.url);
writeFileSync(file, [`# typescript ${ts.version}`, ...lines.toSorted(), ''].join('\n'));
