import { mkdir, writeFile } from 'node:fs/promises';
import { programReferenceFile, renderProgramReference } from './render-program-reference.ts';

/** `npm run reference` describes the command line for the site. */
await mkdir(new URL('./', programReferenceFile), { recursive: true });
await writeFile(programReferenceFile, await renderProgramReference());
