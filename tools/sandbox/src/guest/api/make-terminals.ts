import { Emitter } from './emitter.ts';
import { type GuestContext, requireAllowed } from './guest-context.ts';

/** `terminal`. */
export function makeTerminals(guest: GuestContext) {
  const { link } = guest;
  const open: { readonly name: string }[] = [];

  function create(options: { name?: string } = {}) {
    requireAllowed(guest, { api: 'terminal.create', caller: create });
    const closed = new Emitter<{ exitCode: number | undefined }>(guest);
    const remove = () => {
      const index = open.indexOf(terminal);
      if (index >= 0) open.splice(index, 1);
    };
    const actions = {
      closed: (exitCode: unknown) => {
        remove();
        closed.fire({ exitCode: typeof exitCode === 'number' ? exitCode : undefined });
      },
      failed: (error: unknown) => guest.report(error),
    };
    const { name = `Terminal ${open.length + 1}` } = options;
    const args = [{ ...options, name }];
    const registration = link.register('terminal.create', args, { caller: create, actions });
    const tell = (api: string, rest: unknown[], caller: (...args: never[]) => unknown) =>
      void link
        .call(api, [registration.id, ...rest], { caller })
        .catch((error: unknown) => guest.report(error));
    const terminal = {
      name,
      sendText: function sendText(text: string, how: { execute?: boolean } = {}) {
        tell('terminal.sendText', [text, how], sendText);
      },
      show: function show() {
        tell('terminal.show', [], show);
      },
      onDidClose: closed.event,
      dispose() {
        remove();
        registration.dispose();
      },
    };
    open.push(terminal);
    return terminal;
  }

  const api = {
    create,
    get active() {
      requireAllowed(guest, { api: 'terminal.active', caller: activeOf });
      return open.at(-1);
    },
    get all() {
      requireAllowed(guest, { api: 'terminal.all', caller: allOf });
      return [...open];
    },
  };
  const getter = (name: 'active' | 'all') =>
    Object.getOwnPropertyDescriptor(api, name)?.get ?? create;
  const [activeOf, allOf] = [getter('active'), getter('all')];
  return api;
}
