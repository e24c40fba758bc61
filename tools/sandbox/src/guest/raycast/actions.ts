import {
  createElement,
  type FunctionComponent,
  type ReactElement,
  type ReactNode,
  useContext,
} from 'react';
import { clipboardActions, type ClipboardContent } from './clipboard.ts';
import { dateParts } from './date-parts.ts';
import { makeComponent, withParts } from './make-component.ts';
import { useNavigation } from './navigation.ts';
import { open, openAddress, openWith, showInFinder, moveToTrash } from './system.ts';
import { StoredFields, storeSubmitted } from './stored-values.ts';
import { showHUD } from './toasts.ts';
import { notOffered } from '../not-offered.ts';

const element = makeComponent('action');

interface ActionProps {
  title?: string;
  [name: string]: unknown;
}

/** An action that does something of its own. @param title where the extension gives none */
function makeAction<P extends ActionProps>(
  title: string,
  act: (props: P) => unknown,
): FunctionComponent<P> {
  return (props: P) =>
    createElement(element, {
      ...shown(props),
      title: props.title ?? title,
      onAction: () => act(props),
    });
}

/** What the host shows of an action, and none of what it is for. */
function shown({ icon, shortcut, style, autoFocus }: ActionProps): Record<string, unknown> {
  return { icon, shortcut, style, autoFocus };
}

interface Copied extends ActionProps {
  content: ClipboardContent;
  concealed?: boolean;
  onCopy?(content: ClipboardContent): void;
  onPaste?(content: ClipboardContent): void;
}

const copyToClipboard = makeAction<Copied>(
  'Copy to Clipboard',
  async ({ content, concealed, onCopy }) => {
    await clipboardActions.copy(content, concealed === true);
    onCopy?.(content);
  },
);

const paste = makeAction<Copied>('Paste', async ({ content, onPaste }) => {
  await clipboardActions.paste(content);
  onPaste?.(content);
});

const openInBrowser = makeAction<ActionProps & { url: string; onOpen?(url: string): void }>(
  'Open in Browser',
  async ({ url, onOpen }) => {
    await openAddress(url);
    onOpen?.(url);
  },
);

const openTarget = makeAction<
  ActionProps & { target: string; application?: string; onOpen?(target: string): void }
>('Open', async ({ target, application, onOpen }) => {
  await open(target, application);
  onOpen?.(target);
});

const openPathWith = makeAction<ActionProps & { path: string; onOpen?(path: string): void }>(
  'Open With…',
  async ({ path, onOpen }) => {
    await openWith(path);
    onOpen?.(path);
  },
);

const show = makeAction<ActionProps & { path: string; onShow?(path: string): void }>(
  'Show in Finder',
  async ({ path, onShow }) => {
    await showInFinder(path);
    onShow?.(path);
  },
);

const toTrash = makeAction<
  ActionProps & { paths: string | string[]; onTrash?(paths: string | string[]): void }
>('Move to Trash', async ({ paths, onTrash }) => {
  await moveToTrash(paths);
  onTrash?.(paths);
});

function push(
  props: ActionProps & { target: ReactNode; onPush?(): void; onPop?(): void },
): ReactElement {
  const { push: go } = useNavigation();
  const onAction = () => {
    go(props.target, props.onPop);
    props.onPush?.();
  };
  return createElement(element, { ...shown(props), title: props.title ?? 'Open', onAction });
}

function submitForm(
  props: ActionProps & { onSubmit?(values: Record<string, unknown>): unknown },
): ReactElement {
  const { onSubmit } = props;
  const fields = useContext(StoredFields);
  const submit =
    onSubmit === undefined || fields === null
      ? onSubmit
      : (values: Record<string, unknown>) =>
          storeSubmitted(values, { fields, submit: () => onSubmit(values) });
  return createElement(element, {
    ...shown(props),
    title: props.title ?? 'Submit',
    ...(submit !== undefined && { onSubmit: submit }),
  });
}

function pickDate(
  props: ActionProps & { type?: string; min?: Date; max?: Date; onChange(date: Date | null): void },
): ReactElement {
  const { type = 'datetime', min, max, onChange } = props;
  const picked = { type, min, max };
  return createElement(element, {
    ...shown(props),
    title: props.title ?? 'Pick Date',
    picked,
    onChange,
  });
}

const plain = makeAction<ActionProps & { onAction?(): unknown }>('', ({ onAction }) =>
  onAction?.(),
);

/** Something that people may do with what is selected. */
export const Action = withParts(plain, {
  CopyToClipboard: copyToClipboard,
  Paste: paste,
  OpenInBrowser: openInBrowser,
  Open: openTarget,
  OpenWith: openPathWith,
  ShowInFinder: show,
  Trash: toTrash,
  Push: push,
  SubmitForm: submitForm,
  PickDate: withParts(pickDate, dateParts),
  CreateQuicklink: makeAction('Create Quicklink', () => notOffered('Action.CreateQuicklink')),
  InstallMCPServer: makeAction('Install MCP Server', () => notOffered('Action.InstallMCPServer')),
  CreateSnippet: makeAction('Create Snippet', () => notOffered('Action.CreateSnippet')),
  ToggleQuickLook: makeAction('Quick Look', () => showHUD('Quick Look is not offered here')),
  Style: { Regular: 'regular', Destructive: 'destructive' },
});

/** The actions of what is selected; the first is done on Enter. */
export const ActionPanel = withParts(makeComponent('action-panel'), {
  Section: makeComponent('action-section'),
  Submenu: makeComponent('action-submenu'),
  Item: Action,
});
