import { Type } from 'typebox';
import { defineCall, defineStream, type GatedCall } from './api-call.ts';
import { contentBytes } from './content-bytes.ts';

const text = Type.String();
const integer = Type.Integer();
const request = Type.Object({
  url: text,
  method: text,
  headers: Type.Array(Type.Tuple([text, text])),
  body: Type.Optional(Type.Unknown()),
  redirect: Type.Enum(['follow', 'error', 'manual']),
});

function defineFetch(api: string): GatedCall {
  const args = [request] as const;
  return defineStream(api, { args }, async ([{ body, ...head }], { services, signal }) => {
    const sent = { ...head, ...(body !== undefined && { body: contentBytes(body) }) };
    const { body: parts, ...answer } = await services.network.fetch(sent, signal);
    return { head: answer, parts };
  });
}

/** Requests and sockets, by the name that their calls are sent with; those of Node's `http` are requests as well. */
export const networkCalls: Record<string, GatedCall> = {
  ...Object.fromEntries(
    ['network.fetch', 'http:request', 'http:get', 'https:request', 'https:get'].map(
      (api) => [api, defineFetch(api)] as const,
    ),
  ),
  'socket.send': defineCall(
    'network.fetch',
    { args: [integer, Type.Unknown()] },
    ([id, data], { callRegistered }) =>
      callRegistered(id, 'send', typeof data === 'string' ? data : contentBytes(data)),
  ),
  'socket.close': defineCall(
    'network.fetch',
    { args: [integer, Type.Optional(integer), Type.Optional(text)] },
    ([id, code, reason], { callRegistered }) => callRegistered(id, 'close', code, reason),
  ),
};
