/** Files of a small native extension that passes every check. */
export function extensionFiles(
  manifest: { name: string; version: string } & Record<string, unknown>,
): Record<string, string> {
  return {
    'package.json': JSON.stringify(
      {
        description: `What ${manifest.name} does`,
        license: 'MIT',
        main: 'dist/main.js',
        engines: { orchestra: '^1.0.0' },
        permissions: [],
        ...manifest,
      },
      null,
      2,
    ),
    'dist/main.js': `export function activate() {}\n// ${manifest.version}\n`,
    'README.md': `# ${manifest.name}\n\nSays hello.\n`,
    'CHANGELOG.md': `# Changelog\n\n## ${manifest.version}\n\n- What is new in ${manifest.version}.\n`,
    LICENSE: 'MIT\n',
  };
}
