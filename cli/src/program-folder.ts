import { fileURLToPath } from 'node:url';

/**
 * Where the files are that come with the command line: types and templates. This file stands one folder
 * below it, and so does its bundle (`dist/chunks/`).
 */
export const programFolder = fileURLToPath(new URL('../', import.meta.url)).replace(/[/\\]$/, '');
