import { fileURLToPath } from 'node:url';

/**
 * Folder of the types and templates that come with the command line. It is one folder above this file, and
 * above its bundle (`dist/chunks/`).
 */
export const programFolder = fileURLToPath(new URL('../', import.meta.url)).replace(/[/\\]$/, '');
