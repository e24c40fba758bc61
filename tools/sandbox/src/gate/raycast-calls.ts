import { Type } from 'typebox';
import { type GatedCall, defineCall, defineStream } from './api-call.ts';
import { listLocalValues, raycastKeys } from './raycast-keys.ts';

/*
 * What extensions for Raycast call. Each is judged by the member of `@raycast/api` that it is named after.
 */

const text = Type.String();
const path = Type.String({ minLength: 1, maxLength: 4096 });
const key = Type.String({ maxLength: 1000 });
/** What a value is written as, so that extensions can't have the host read what is no JSON. */
const json = text;

const apiPrefix = '@raycast/api:';

function named(calls: readonly GatedCall[]): Record<string, GatedCall> {
  return Object.fromEntries(calls.map((call) => [call.api, call]));
}

const of = (member: string) => `${apiPrefix}${member}`;

const copies: readonly GatedCall[] = [
  defineCall(of('Clipboard.copy'), { args: [text] }, ([content], { services }) =>
    services.clipboard.writeText(content),
  ),
  defineCall(
    of('Action.CopyToClipboard'),
    { args: [text, Type.Optional(Type.Boolean())] },
    async ([content, isConcealed], { services }) => {
      await services.clipboard.writeText(content);
      services.views.tell('copied', isConcealed === true ? '••••' : content);
    },
  ),
];

const pastes = ['Clipboard.paste', 'Action.Paste'].map((member) =>
  defineCall(of(member), { args: [text] }, async ([content], { services }) => {
    await services.clipboard.writeText(content);
    services.views.tell('pasted', content);
  }),
);

const reads = ['Clipboard.readText', 'Clipboard.read'].map((member) =>
  defineCall(of(member), { args: [] }, (_, { services }) => services.clipboard.readText()),
);

const { value: valueKey, cache: cacheKey } = raycastKeys;

const kept: readonly GatedCall[] = [
  defineCall(of('LocalStorage.getItem'), { args: [key] }, ([name], { services }) =>
    services.storage.get(valueKey(name)),
  ),
  defineCall(of('LocalStorage.setItem'), { args: [key, json] }, ([name, value], { services }) =>
    services.storage.set(valueKey(name), value),
  ),
  defineCall(of('LocalStorage.removeItem'), { args: [key] }, ([name], { services }) =>
    services.storage.delete(valueKey(name)),
  ),
  defineCall(of('LocalStorage.allItems'), { args: [] }, async (_, { services }) => {
    const names = await listLocalValues(services.storage);
    const values = names.map(async (name) => [name, await services.storage.get(valueKey(name))]);
    return Object.fromEntries(await Promise.all(values));
  }),
  defineCall(of('LocalStorage.clear'), { args: [] }, async (_, { services }) => {
    for (const name of await listLocalValues(services.storage))
      await services.storage.delete(valueKey(name));
  }),
  defineCall(of('Cache.get'), { args: [key] }, ([namespace], { services }) =>
    services.storage.get(cacheKey(namespace)),
  ),
  defineCall(of('Cache.set'), { args: [key, json] }, ([namespace, entries], { services }) =>
    services.storage.set(cacheKey(namespace), entries),
  ),
  defineCall(of('Form.storedValues'), { args: [key] }, ([command], { services }) =>
    services.storage.get(raycastKeys.fields(command)),
  ),
  defineCall(of('Form.storeValues'), { args: [key, json] }, ([command, values], { services }) =>
    services.storage.set(raycastKeys.fields(command), values),
  ),
];

const alert = Type.Object({
  title: text,
  message: Type.Optional(text),
  labels: Type.Tuple([text, text]),
});

const shown: readonly GatedCall[] = [
  defineCall(of('Toast'), { args: [] }, () => undefined),
  defineCall(of('showHUD'), { args: [text] }, ([said], { services }) =>
    services.views.tell('hud', said),
  ),
  defineCall(
    of('confirmAlert'),
    { args: [alert], isPrompt: true },
    ([{ labels, ...asked }], { services, signal }) => {
      const [yes, no] = labels;
      return services.views.confirm({ ...asked, yes, no }, signal);
    },
  ),
  defineCall(
    of('updateCommandMetadata'),
    { args: [text, Type.Union([text, Type.Null()])] },
    ([command, subtitle], { services }) =>
      services.views.tell('subtitle', `${command}: ${subtitle ?? ''}`),
  ),
  defineCall(
    of('launchCommand'),
    { args: [text, Type.Record(text, Type.Unknown())] },
    ([command, by], { launch }) => launch(command, [by]),
  ),
  ...['openExtensionPreferences', 'openCommandPreferences'].map((member) =>
    defineCall(of(member), { args: [] }, (_, { services }) =>
      services.views.tell('preferences', ''),
    ),
  ),
];

const webAddress = Type.String({ pattern: '^[Hh][Tt][Tt][Pp][Ss]?://', maxLength: 100_000 });

const outside: readonly GatedCall[] = [
  defineCall(of('Action.OpenInBrowser'), { args: [webAddress] }, ([address], { services }) =>
    services.views.open(address, undefined),
  ),
  defineCall(
    of('open'),
    { args: [path, Type.Optional(text)] },
    ([target, application], { services }) => services.views.open(target, application),
  ),
  defineCall(of('Action.OpenWith'), { args: [path] }, ([file], { services }) =>
    services.views.open(file, undefined),
  ),
  defineCall(of('showInFinder'), { args: [path] }, ([file], { services }) =>
    services.views.tell('shown-in-folder', file),
  ),
  defineCall(
    of('trash'),
    { args: [Type.Array(path, { maxItems: 10_000 })] },
    async ([paths], { services }) => {
      for (const file of paths) await services.fs.delete(file, { recursive: true });
    },
  ),
  defineCall(of('getSelectedText'), { args: [] }, (_, { services }) =>
    services.views.selectedText(),
  ),
  defineCall(of('getSelectedFinderItems'), { args: [] }, (_, { services }) =>
    services.views.selectedFiles(),
  ),
  defineStream(
    of('AI.ask'),
    {
      args: [
        Type.Array(Type.Object({ role: Type.Literal('user'), content: text })),
        Type.Object({
          model: Type.Optional(text),
          temperature: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
        }),
      ],
    },
    async ([messages, options], { services, signal }) => ({
      head: null,
      parts: services.ai.chatStream(messages, options, signal),
    }),
  ),
];

/** Calls of `@raycast/api`, by the name that they are sent with. */
export const raycastCalls: Record<string, GatedCall> = named([
  ...copies,
  ...pastes,
  ...reads,
  defineCall(of('Clipboard.clear'), { args: [] }, (_, { services }) =>
    services.clipboard.writeText(''),
  ),
  ...kept,
  ...shown,
  ...outside,
]);
