import { build, type BuildOptions } from 'esbuild';
import ts from 'typescript';
import type { LabelledSnippet } from './labelled-snippet.ts';

type Files = Record<string, string>;
type Writer = (files: Files) => Files | Promise<Files>;

const writers: Record<string, Writer> = {
  esbuild: (files) => bundle(files, { format: 'cjs' }),
  'esbuild, minified': (files) => bundle(files, { format: 'cjs', minify: true }),
  'esbuild, for an old Node': (files) =>
    bundle(files, { format: 'cjs', target: 'es2016', keepNames: true }),
  'esbuild, as modules': (files) => bundle(files, { format: 'esm' }),
  'esbuild, as minified modules': (files) => bundle(files, { format: 'esm', minify: true }),
  TypeScript: (files) => compile(files, ts.ScriptTarget.ES2022),
  'TypeScript, for old engines': (files) => compile(files, ts.ScriptTarget.ES2015),
};

/** Every project as every bundler and compiler writes it. */
export async function bundleProjects(
  projects: readonly LabelledSnippet[],
): Promise<LabelledSnippet[]> {
  const written = Object.entries(writers).flatMap(([by, write]) =>
    projects.map(async (project) => ({
      ...project,
      name: `${project.name}, by ${by}`,
      code: await write(filesOf(project)),
    })),
  );
  return Promise.all(written);
}

function filesOf({ code }: LabelledSnippet): Files {
  return typeof code === 'string' ? { 'main.js': code } : code;
}

async function bundle(files: Files, options: BuildOptions): Promise<Files> {
  const { outputFiles = [] } = await build({
    ...options,
    entryPoints: ['./main.js'],
    bundle: true,
    write: false,
    platform: 'node',
    external: ['vscode', '@raycast/*', '@orchestra/*', 'react'],
    logLevel: 'silent',
    plugins: [
      {
        name: 'files in memory',
        setup(plugin) {
          plugin.onResolve({ filter: /^\.\// }, ({ path }) => ({
            path: path.slice(2),
            namespace: 'memory',
          }));
          plugin.onLoad({ filter: /./, namespace: 'memory' }, ({ path }) => ({
            contents: files[path] ?? '',
          }));
        },
      },
    ],
  });
  return { 'main.js': outputFiles[0]?.text ?? '' };
}

/** File by file, and imports of this project stay. */
function compile(files: Files, target: ts.ScriptTarget): Files {
  const compilerOptions = { target, module: ts.ModuleKind.CommonJS, esModuleInterop: true };
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      ts.transpileModule(text, { fileName: path, compilerOptions }).outputText,
    ]),
  );
}
