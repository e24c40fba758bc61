import { parseValue } from '@orchestra/core';
import { Type } from 'typebox';
import { type ApiRegistration, defineRegistration } from './api-call.ts';

const text = Type.String();

/** A part of a view; `children` are parts as well. */
const node = Type.Cyclic(
  {
    Node: Type.Object({
      type: text,
      props: Type.Record(text, Type.Unknown()),
      children: Type.Array(Type.Ref('Node')),
    }),
  },
  'Node',
);

const picture = Type.Object({ view: node, searches: Type.Integer({ minimum: 0 }) });

const toast = Type.Object({
  title: text,
  message: Type.Optional(text),
  style: Type.Enum(['SUCCESS', 'FAILURE', 'ANIMATED']),
  actions: Type.Tuple([Type.Union([text, Type.Null()]), Type.Union([text, Type.Null()])]),
});

/** What extensions for Raycast show, by the name that it is sent with. */
export const raycastRegistrations: readonly (readonly [string, ApiRegistration])[] = [
  [
    '@raycast/api:render',
    defineRegistration('@raycast/api:render', { args: [] }, (_, { id, services, act }) => ({
      render(next) {
        const parsed = parseValue(picture, next);
        if (parsed.ok) services.views.showView(id, parsed.value, act);
        else act('failed', new TypeError('The view is none that can be shown.'));
      },
      dispose: () => services.views.showView(id, null, act),
    })),
  ],

  [
    '@raycast/api:showToast',
    defineRegistration('@raycast/api:showToast', { args: [] }, (_, { id, services, act }) => {
      const choose = (which: 0 | 1) => act('act', which);
      return {
        render(next) {
          const parsed = parseValue(toast, next);
          if (parsed.ok) services.views.showToast(id, parsed.value, choose);
          else act('failed', new TypeError('A toast needs a title, and one of the styles.'));
        },
        dispose: () => services.views.showToast(id, null, choose),
      };
    }),
  ],
];
