import type { Permission } from '@orchestra/core';

/** Code of a native extension that needs exactly these permissions. */
export function codeThatUses(permissions: unknown): string {
  const declared = Array.isArray(permissions) ? permissions : [];
  const uses = Object.entries(usesOf).filter(([permission]) => declared.includes(permission));
  const lines = uses.map(([, use]) => `  ${use};\n`).join('');
  const imports = uses.length === 0 ? '' : 'import * as orchestra from "@orchestra/api";\n\n';
  return `${imports}export async function activate(context) {\n${lines}}\n`;
}

const usesOf = {
  'filesystem.read': "await orchestra.fs.readFile('tides.txt')",
  'filesystem.write': "await orchestra.fs.writeFile('tides.txt', '')",
  network: "await orchestra.network.fetch('https://tides.example')",
  'ai.chat': "await orchestra.ai.chat('When is high tide?')",
  'ai.embed': "await orchestra.ai.embed('high tide')",
  clipboard: 'await orchestra.clipboard.readText()',
  notifications: "orchestra.ui.showNotification('High tide')",
  terminal: "orchestra.terminal.create('tides')",
  git: 'await orchestra.workspace.git.status()',
  secrets: "await context.secrets.get('tides')",
  'system.exec': "await orchestra.system.exec('tides')",
} satisfies Record<Permission, string>;

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
    'dist/main.js': `${codeThatUses(manifest['permissions'])}// ${manifest.version}\n`,
    'README.md': `# ${manifest.name}\n\nSays hello.\n`,
    'CHANGELOG.md': `# Changelog\n\n## ${manifest.version}\n\n- What is new in ${manifest.version}.\n`,
    LICENSE: 'MIT\n',
  };
}
