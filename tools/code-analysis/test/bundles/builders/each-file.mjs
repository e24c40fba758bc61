import { readFolder, writeFolder } from './files.mjs';

/** A builder that compiles file by file: imports between the files stay. */
export function eachFile(compile) {
  return async ({ files, out }) => {
    const compiled = {};
    for (const [path, text] of Object.entries(files)) {
      const to = path.replace(/\.tsx?$/, '.js');
      compiled[to] = path.endsWith('.json') ? text : await compile(text, path);
    }
    await writeFolder(out, compiled);
    return readFolder(out);
  };
}
