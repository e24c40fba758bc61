import { isRecord, type Manifest } from '@orchestra/core';
import type { RaycastDeclared, RaycastExtension } from '@orchestra/sandbox';
import type { RunnableProject } from './read-runnable-project.ts';

/**
 * What runs of an extension for Raycast: an entry that loads each command when it is started, and its preferences as
 * settings. Those of a command have the command before their name.
 *
 * @param fileOf gives the file of a command by the pointer of its name, relative to the folder
 */
export function readRaycast(
  manifest: Manifest,
  fileOf: (pointer: string) => string,
): Pick<RunnableProject, 'kind' | 'entry' | 'entryCode' | 'contributes' | 'commands'> {
  const { name, raw } = manifest;
  const commands = listOf(raw['commands']).flatMap((one, at) => {
    const file = fileOf(`/commands/${at}/name`);
    if (typeof one['name'] !== 'string' || file === '') return [];
    const title = typeof one['title'] === 'string' ? one['title'] : one['name'];
    const mode = typeof one['mode'] === 'string' ? one['mode'] : 'view';
    return [{ command: { ...readDeclarations(one), name: one['name'], title, mode }, file }];
  });
  const extension: RaycastExtension = {
    name,
    owner: typeof raw['author'] === 'string' ? raw['author'] : '',
    preferences: readDeclared(raw['preferences']),
    commands: commands.map(({ command }) => command),
  };
  const loads = commands.map(
    ({ command, file }) =>
      `${JSON.stringify(command.name)}: () => import(${JSON.stringify(`./${file}`)})`,
  );
  return {
    kind: 'raycast',
    entry: 'commands of package.json',
    entryCode: [
      `import { startCommands } from 'orchestra:raycast';`,
      `export const { activate, deactivate } = startCommands(${JSON.stringify(extension)}, {`,
      `${loads.join(',\n')}});`,
    ].join('\n'),
    contributes: { configuration: { properties: toSettings(extension) } },
    commands: extension.commands.map(({ name: id, title }) => ({ id, title })),
  };
}

function readDeclarations(command: Record<string, unknown>) {
  return {
    preferences: readDeclared(command['preferences']),
    arguments: readDeclared(command['arguments']),
  };
}

function readDeclared(value: unknown): RaycastDeclared[] {
  return listOf(value).flatMap((one) => {
    const { name, type, title, placeholder, required, data } = one;
    if (typeof name !== 'string') return [];
    const choices = listOf(data).flatMap(({ title: shown, value: chosen }) =>
      typeof chosen === 'string' ? [{ title: String(shown ?? chosen), value: chosen }] : [],
    );
    return [
      {
        name,
        type: typeof type === 'string' ? type : 'textfield',
        required: required === true,
        default: one['default'],
        data: choices,
        ...(typeof title === 'string' && { title }),
        ...(typeof placeholder === 'string' && { placeholder }),
      },
    ];
  });
}

function toSettings({ preferences, commands }: RaycastExtension): Record<string, object> {
  const own = preferences.map((one) => [one.name, toSetting(one)] as const);
  const ofCommands = commands.flatMap((command) =>
    command.preferences.map((one) => [`${command.name}.${one.name}`, toSetting(one)] as const),
  );
  return Object.fromEntries([...own, ...ofCommands]);
}

function toSetting({ type, data = [], ...declared }: RaycastDeclared): object {
  const shape =
    type === 'checkbox'
      ? { type: 'boolean' }
      : { type: 'string', ...(data.length > 0 && { enum: data.map(({ value }) => value) }) };
  return { ...shape, ...(declared.default !== undefined && { default: declared.default }) };
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter((one) => isRecord(one)) : [];
}
