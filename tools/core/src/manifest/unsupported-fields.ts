import { isRecord } from './read-json.ts';
import type { Manifest } from './manifest.ts';

/** A field of a manifest that uses a feature that Orchestra doesn't have. */
export interface UnsupportedField {
  /** Name of the feature in plain words: `custom editors`. */
  feature: string;
  /** Keys and positions that lead to the field. */
  path: (string | number)[];
}

/** VS Code's contribution points without effect, with the feature that each belongs to. */
const points: Readonly<Record<string, string>> = {
  customEditors: 'custom editors',
  notebooks: 'notebooks',
  notebookRenderer: 'notebooks',
  notebookPreload: 'notebooks',
  authentication: 'authentication',
};

const editorFields: Readonly<Record<string, string>> = {
  enabledApiProposals: 'proposed APIs',
};

/** Finds the fields of a VS Code or Raycast manifest that have no effect in Orchestra. */
export function unsupportedFields({ compat, raw }: Manifest): UnsupportedField[] {
  if (compat === 'native') return [];
  return compat === 'vscode' ? ofEditor(raw) : ofRaycast(raw);
}

function ofEditor(raw: Manifest['raw']): UnsupportedField[] {
  const { contributes } = raw;
  const contributed = isRecord(contributes) ? Object.keys(contributes) : [];
  return [
    ...contributed.flatMap((point) => named(points, point, ['contributes', point])),
    ...Object.keys(raw).flatMap((field) =>
      isEmpty(raw[field]) ? [] : named(editorFields, field, [field]),
    ),
  ];
}

function ofRaycast({ commands, tools }: Manifest['raw']): UnsupportedField[] {
  const menuBar = (Array.isArray(commands) ? commands : []).flatMap(
    (command: unknown, at): UnsupportedField[] =>
      isRecord(command) && command['mode'] === 'menu-bar'
        ? [{ feature: 'menu bar extras', path: ['commands', at, 'mode'] }]
        : [],
  );
  return [...menuBar, ...(isEmpty(tools) ? [] : [{ feature: 'tools for AI', path: ['tools'] }])];
}

function named(
  table: Readonly<Record<string, string>>,
  key: string,
  path: (string | number)[],
): UnsupportedField[] {
  const feature = Object.hasOwn(table, key) ? table[key] : undefined;
  return feature === undefined ? [] : [{ feature, path }];
}

function isEmpty(value: unknown): boolean {
  return !Array.isArray(value) || value.length === 0;
}
