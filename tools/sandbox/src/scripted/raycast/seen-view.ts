import type { ViewAction, ViewState } from '../../views/index.ts';

/** A view of a command as a test sees it: plain data, as `SeenView` of `cli/types/test` describes it. Pure. */
export function toSeenView(state: ViewState): object {
  const { view, selected, items } = state;
  const { kind, title, isLoading, depth } = view;
  const page = kind === 'detail' ? view.page : (selected?.detail ?? null);
  return {
    kind,
    title,
    isLoading,
    depth,
    ...(view.search !== null && {
      search: { text: state.searchText, placeholder: view.search.placeholder },
    }),
    ...(view.choice !== null && {
      dropdown: { title: view.choice.title, value: state.choice, choices: view.choice.choices },
    }),
    items: items.map(({ id, title: shown, subtitle, accessories, keywords, section, actions }) => ({
      id,
      title: shown,
      subtitle,
      accessories,
      keywords,
      section,
      actions: actions.map((action) => action.title),
    })),
    ...(selected !== undefined && { selected: selected.title }),
    ...(kind === 'list' && items.length === 0 && { empty: readEmpty(state) }),
    ...(page !== null && { markdown: page.markdown, metadata: page.facts }),
    fields: view.fields.map((field) => ({
      id: field.id,
      kind: field.kind,
      title: field.title,
      value: state.valueOf(field),
      placeholder: field.placeholder,
      ...(field.error !== '' && { error: field.error }),
      choices: field.choices,
    })),
    actions: state.actions.map(toSeenAction),
  };
}

function readEmpty({ view }: ViewState): { title: string; description: string } {
  const { title = '', description = '' } = view.empty ?? {};
  return { title, description };
}

function toSeenAction({ title, section, shortcut, isDestructive }: ViewAction): object {
  return { title, section, shortcut, isDestructive };
}
