import { mkdir, writeFile } from 'node:fs/promises';
import { apiReferenceFile, renderApiReference } from './render-api-reference.ts';

/** `npm run reference` describes the API for the site. */
await mkdir(new URL('./', apiReferenceFile), { recursive: true });
await writeFile(apiReferenceFile, await renderApiReference());
