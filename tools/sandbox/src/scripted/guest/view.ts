import { askHost } from './orchestra.ts';

/** The view of a command for Raycast, as `cli/types/test/index.d.ts` describes it. */
export const view = {
  isOpen: () => askHost('isViewOpen'),
  read: () => askHost('readView'),
  text: () => askHost('readViewText'),
  search: (text: string) => askHost('searchView', text),
  select: (item: string) => askHost('selectItem', item),
  loadMore: () => askHost('loadMore'),
  choose: (choice: string) => askHost('chooseBeside', choice),
  async actions() {
    const { actions } = (await askHost('readView')) as { actions: { title: string }[] };
    return actions.map(({ title }) => title);
  },
  act: (title: string, date: Date | null = null) => askHost('performAction', title, date),
  fill: (values: object) => askHost('fillFields', values),
  submit: () => askHost('submitForm'),
  back: () => askHost('leaveView'),
};
