import { notOffered } from '../not-offered.ts';
import { Disposable, neverFires } from './types/events.ts';
import { notOfferedByVscode } from './not-offered-members.ts';

/**
 * A namespace that isn't offered: what registers something gives what can be disposed of, since much is offered to the
 * app in passing; events never happen; all else throws by its name once it is called.
 */
function makeNamespace(name: string): object {
  const members = new Map<string, unknown>();
  return new Proxy(
    {},
    {
      get(_, member) {
        if (typeof member === 'symbol' || member === 'then') return undefined;
        if (!members.has(member)) members.set(member, memberOf(name, member));
        return members.get(member);
      },
    },
  );
}

function memberOf(name: string, member: string): unknown {
  if (member.startsWith('on')) return neverFires();
  if (member.startsWith('active')) return undefined;
  if (/^(?:breakpoints|taskExecutions|tools)$/.test(member)) return [];
  if (member.startsWith('register')) return () => new Disposable(() => undefined);
  return () => notOffered(`${name}.${member}`);
}

/** A class that can be named, and extended, but of which nothing is made. */
function makeClass(name: string): object {
  function Made() {
    notOffered(name);
  }
  return Object.defineProperty(Made, 'name', { value: name });
}

/** Namespaces and classes of `vscode` that aren't offered, by their names. */
export const missingParts: Readonly<Record<string, object>> = Object.fromEntries(
  notOfferedByVscode
    .filter(({ member }) => !member.includes('.'))
    .map(({ member, isClass }) => [member, isClass ? makeClass(member) : makeNamespace(member)]),
);
