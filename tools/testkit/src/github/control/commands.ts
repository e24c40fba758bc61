import { type Static, type TObject, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { GitHub } from '../github.ts';

/** Something that may be done to a fake GitHub from outside of its process. */
export interface Command {
  /** @returns what is answered @throws Error where the value isn't what it takes */
  run(github: GitHub, value: unknown): Promise<unknown>;
}

const level = Type.Union([Type.Literal('read'), Type.Literal('write')]);
const login = Type.Object({ login: Type.String() });
const device = Type.Object({ userCode: Type.String() });

/** By name; each takes one object of JSON. */
export const commands: Readonly<Record<string, Command>> = {
  addUser: command(
    Type.Object({
      ...login.properties,
      id: Type.Optional(Type.Integer()),
      type: Type.Optional(Type.Union([Type.Literal('User'), Type.Literal('Organization')])),
      email: Type.Optional(Type.String()),
    }),
    (github, { login: name, ...options }) => github.addUser(name, options),
  ),
  renameUser: command(Type.Object({ ...login.properties, to: Type.String() }), (github, value) =>
    github.renameUser(value.login, value.to),
  ),
  addToken: command(
    Type.Object({
      ...login.properties,
      kind: Type.Optional(
        Type.Union([
          Type.Literal('oauth'),
          Type.Literal('fine-grained'),
          Type.Literal('classic'),
          Type.Literal('actions'),
          Type.Literal('installation'),
        ]),
      ),
      scopes: Type.Optional(Type.Array(Type.String())),
      repositories: Type.Optional(Type.Array(Type.String())),
      permissions: Type.Optional(Type.Record(Type.String(), level)),
    }),
    (github, { login: name, ...options }) => github.addToken(name, options),
  ),
  addRepository: command(
    Type.Object({
      fullName: Type.String(),
      files: Type.Optional(Type.Record(Type.String(), Type.String())),
      private: Type.Optional(Type.Boolean()),
    }),
    (github, { fullName, ...options }) => github.addRepository(fullName, options),
  ),
  renameRepository: command(
    Type.Object({ fullName: Type.String(), to: Type.String() }),
    (github, { fullName, to }) => github.renameRepository(fullName, to),
  ),
  addCollaborator: command(
    Type.Object({
      fullName: Type.String(),
      ...login.properties,
      role: Type.Union([Type.Literal('read'), Type.Literal('write'), Type.Literal('admin')]),
    }),
    (github, value) => github.addCollaborator(value.fullName, value.login, value.role),
  ),
  approveDevice: command(
    Type.Object({ ...device.properties, ...login.properties }),
    (github, value) => github.approveDevice(value.userCode, value.login),
  ),
  denyDevice: command(device, (github, { userCode }) => github.denyDevice(userCode)),
  expireDevice: command(device, (github, { userCode }) => github.expireDevice(userCode)),
  fail: command(
    Type.Object({
      method: Type.Optional(Type.String()),
      /** A regular expression. */
      path: Type.String(),
      how: Type.Object({
        status: Type.Optional(Type.Integer()),
        body: Type.Optional(Type.Unknown()),
        headers: Type.Optional(Type.Record(Type.String(), Type.String())),
        times: Type.Optional(Type.Integer()),
        delayMs: Type.Optional(Type.Integer()),
        cut: Type.Optional(Type.Boolean()),
        endless: Type.Optional(Type.Boolean()),
      }),
    }),
    (github, { path, how, ...match }) =>
      github.faults.fail({ ...match, path: new RegExp(path) }, how),
  ),
  clearFaults: command(Type.Object({}), (github) => github.faults.clear()),
  events: command(Type.Object({ from: Type.Optional(Type.Integer()) }), (github, { from = 0 }) =>
    github.events.slice(from),
  ),
  requests: command(Type.Object({ from: Type.Optional(Type.Integer()) }), (github, { from = 0 }) =>
    github.requests.slice(from),
  ),
};

function command<Schema extends TObject>(
  schema: Schema,
  run: (github: GitHub, value: Static<Schema>) => unknown,
): Command {
  const compiled = Compile(schema);
  return {
    run: async (github, value) => {
      if (compiled.Check(value)) return run(github, value);
      const told = compiled
        .Errors(value)
        .map(({ instancePath, message }) => `${instancePath || 'the value'} ${message}`);
      throw new Error(told.join('; '));
    },
  };
}
