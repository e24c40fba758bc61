import { Type } from 'typebox';
import { listLocalValues, raycastKeys } from '../../gate/raycast-keys.ts';
import { ServiceError } from '../../services/service-error.ts';
import type { SettingsService, StorageService } from '../../services/services.ts';
import type { ViewState } from '../../views/index.ts';
import { defineOperation, type TestOperation, type OperationContext } from '../test-operation.ts';
import { chooseBeside, fillFields, performAction, selectItem, submitForm } from './act-on-view.ts';
import type { LaunchedCommands } from './launched-commands.ts';
import { toSeenView } from './seen-view.ts';
import { viewText } from './view-text.ts';

const text = Type.String();
const values = Type.Record(text, Type.Unknown());

/** Does something with the view that is shown. */
const onView = (context: OperationContext, act: (state: ViewState) => void) => {
  const raycast = requireRaycast(context);
  return raycast.act(() => act(requireView(raycast)));
};

/** Reads what is shown once it has come to rest. */
const reading = async <T>(context: OperationContext, read: (state: ViewState) => T) => {
  const raycast = requireRaycast(context);
  await raycast.rest();
  return read(requireView(raycast));
};

/** What tests of extensions for Raycast ask of their host, by name. */
export const raycastOperations: Readonly<Record<string, TestOperation>> = {
  launch: defineOperation([text, Type.Array(Type.Unknown())], ([command, args], context) =>
    requireRaycast(context).launch(command, args),
  ),
  setPreferences: defineOperation([text, values], async ([command, given], { services }) => {
    for (const [name, value] of Object.entries(given)) {
      await setPreference(services.settings, { command, name, value });
    }
  }),
  tellThrown: defineOperation([], (_, context) => requireRaycast(context).tellThrown()),
  isViewOpen: defineOperation([], async (_, context) => {
    const raycast = requireRaycast(context);
    await raycast.rest();
    return raycast.seen.view !== null;
  }),
  readView: defineOperation([], (_, context) => reading(context, toSeenView)),
  readViewText: defineOperation([], (_, context) => reading(context, viewText)),
  searchView: defineOperation([text], ([typed], context) =>
    onView(context, (state) => {
      if (state.view.search === null) throw new ServiceError('not-found', 'It has no search bar');
      state.search(typed);
    }),
  ),
  selectItem: defineOperation([text], ([item], context) =>
    onView(context, (state) => selectItem(state, item)),
  ),
  loadMore: defineOperation([], (_, context) => onView(context, (state) => state.loadMore())),
  chooseBeside: defineOperation([text], ([choice], context) =>
    onView(context, (state) => chooseBeside(state, choice)),
  ),
  performAction: defineOperation([text, Type.Unknown()], ([title, date], context) =>
    onView(context, (state) => performAction(state, title, date instanceof Date ? date : null)),
  ),
  fillFields: defineOperation([values], ([filled], context) =>
    onView(context, (state) => fillFields(state, filled)),
  ),
  submitForm: defineOperation([], (_, context) => onView(context, submitForm)),
  leaveView: defineOperation([], (_, context) => {
    const raycast = requireRaycast(context);
    return raycast.act(() => raycast.seen.back());
  }),

  listToasts: atRest(({ seen }) => seen.toasts),
  actOnToast: defineOperation([text], ([title], context) => {
    const raycast = requireRaycast(context);
    return raycast.act(() => raycast.seen.actOnToast(title));
  }),
  listHuds: atRest(({ seen }) => seen.huds),
  listPasted: atRest(({ seen }) => seen.pasted),
  listSubtitles: atRest(({ seen }) => seen.subtitles),

  readLocalStorage: defineOperation([], async (_, { services: { storage } }) => {
    const names = await listLocalValues(storage);
    const kept = names.map(async (name) => [name, await storage.get(raycastKeys.value(name))]);
    return Object.fromEntries(await Promise.all(kept));
  }),
  writeLocalStorage: defineOperation([values], async ([given], { services: { storage } }) => {
    for (const [name, value] of Object.entries(given)) {
      await storage.set(raycastKeys.value(name), JSON.stringify(value));
    }
  }),
  readCache: defineOperation([text], ([namespace], { services: { storage } }) =>
    readCache(storage, namespace),
  ),
  writeCache: defineOperation(
    [text, Type.Record(text, text)],
    async ([namespace, given], { services: { storage } }) => {
      const entries = { ...(await readCache(storage, namespace)), ...given };
      await storage.set(raycastKeys.cache(namespace), JSON.stringify(Object.entries(entries)));
    },
  ),
};

/** A command may have a preference of its own, else it is one of the extension. @throws ServiceError */
async function setPreference(
  settings: SettingsService,
  { command, name, value }: { command: string; name: string; value: unknown },
): Promise<void> {
  try {
    await settings.set(`${command}.${name}`, value, 'user');
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'unknown-setting') throw error;
    await settings.set(name, value, 'user');
  }
}

function atRest(read: (raycast: LaunchedCommands) => unknown): TestOperation {
  return defineOperation([], async (_, context) => {
    const raycast = requireRaycast(context);
    await raycast.rest();
    return read(raycast);
  });
}

async function readCache(storage: StorageService, namespace: string): Promise<object> {
  const kept = await storage.get(raycastKeys.cache(namespace));
  return Array.isArray(kept) ? Object.fromEntries(kept) : {};
}

function requireRaycast({ raycast }: OperationContext): LaunchedCommands {
  if (raycast !== null) return raycast;
  throw new ServiceError('invalid-argument', 'That is for extensions for Raycast');
}

function requireView({ seen }: LaunchedCommands): ViewState {
  if (seen.view !== null) return seen.view;
  throw new ServiceError('not-found', 'No view is shown: launch a command of mode "view" first');
}
