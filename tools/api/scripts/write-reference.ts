import { mkdir, writeFile } from 'node:fs/promises';
import { referenceFile, renderReference } from './render-reference.ts';

/** `npm run reference` describes the API for the site. */
await mkdir(new URL('./', referenceFile), { recursive: true });
await writeFile(referenceFile, await renderReference());
