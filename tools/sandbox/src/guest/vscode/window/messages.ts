import { askEditor } from '../ask-host.ts';

type Item = string | { title: string; isCloseAffordance?: boolean };

/** Makes `showInformationMessage` and its like: the options come before the items, where there are any. */
function makeShow(member: string, type: 'info' | 'warning' | 'error') {
  return async function show(message: string, ...given: unknown[]): Promise<unknown> {
    const [first, ...others] = given;
    const isOptions = typeof first === 'object' && first !== null && !('title' in first);
    const items = (isOptions ? others : given).filter((one) => one !== undefined) as Item[];
    const { detail } = (isOptions ? first : {}) as { detail?: unknown };
    const text = typeof detail === 'string' ? `${message}\n${detail}` : String(message);
    const actions = items.map((item) => (typeof item === 'string' ? item : item.title));
    const args = [{ message: text, type, actions }];
    const chosen = await askEditor(`window.${member}`, args, { caller: show });
    return items[actions.indexOf(String(chosen))];
  };
}

export const showInformationMessage = makeShow('showInformationMessage', 'info');
export const showWarningMessage = makeShow('showWarningMessage', 'warning');
export const showErrorMessage = makeShow('showErrorMessage', 'error');
