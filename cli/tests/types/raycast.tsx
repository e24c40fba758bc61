import {
  Action,
  ActionPanel,
  Color,
  Detail,
  Form,
  Grid,
  Icon,
  List,
  showToast,
  Toast,
  Keyboard,
  LaunchProps,
  useNavigation,
  getPreferenceValues,
  AI,
  Clipboard,
  LocalStorage,
  Cache,
  environment,
} from '@raycast/api';
import {
  useFetch,
  useCachedPromise,
  useForm,
  FormValidation,
  usePromise,
  useExec,
  useSQL,
  useAI,
} from '@raycast/utils';
import React, { useState } from 'react';
interface Prefs {
  token: string;
}
type Item = { id: number; title: string };
const Row: React.FC<{ item: Item }> = ({ item }) => (
  <List.Item
    title={item.title}
    icon={{ source: Icon.Star, tintColor: Color.Red }}
    accessories={[{ text: 'x' }, { date: new Date() }]}
    actions={
      <ActionPanel>
        <ActionPanel.Section title="s">
          <Action
            title="Go"
            style={Action.Style.Destructive}
            shortcut={{ modifiers: ['cmd'], key: 'k' }}
            onAction={() => showToast({ style: Toast.Style.Success, title: 'ok' })}
          />
          <Action.CopyToClipboard content="x" />
          <Action.Push title="p" target={<Page />} />
        </ActionPanel.Section>
      </ActionPanel>
    }
  />
);
function Page() {
  const { pop } = useNavigation();
  return (
    <Detail
      markdown="# x"
      metadata={
        <Detail.Metadata>
          <Detail.Metadata.Label title="a" text="b" />
        </Detail.Metadata>
      }
      actions={
        <ActionPanel>
          <Action title="Back" onAction={pop} shortcut={Keyboard.Shortcut.Common.Copy} />
        </ActionPanel>
      }
    />
  );
}
/** Uses the API as extensions do; it is type-checked and never run. */
export default function Command(props: LaunchProps<{ arguments: { q: string } }>) {
  const { token } = getPreferenceValues<Prefs>();
  const [text, setText] = useState('');
  const { data, isLoading, mutate, revalidate } = useFetch<Item[]>(
    `https://x.example/${token}${props.arguments.q}`,
    { keepPreviousData: true, initialData: [] },
  );
  const r = useCachedPromise(async (q: string) => [q], [text], { initialData: [] });
  const r2 = useCachedPromise(async () => 1);
  const p = usePromise(async (a: string, n: number) => a.length + n, ['a', 1]);
  const p0 = usePromise(async () => 1);
  const n: number | undefined = p.data ?? p0.data ?? r2.data;
  const e = useExec('ls', ['-l'], { parseOutput: ({ stdout }) => stdout.split('\n') });
  void [
    mutate,
    revalidate,
    n,
    e.data?.length,
    useSQL<Item>('a', 'b').data?.[0]?.title,
    useAI('x').data.length,
  ];
  return (
    <List
      isLoading={isLoading || r.isLoading}
      searchText={text}
      onSearchTextChange={setText}
      searchBarAccessory={
        <List.Dropdown tooltip="t">
          <List.Dropdown.Item title="a" value="b" />
        </List.Dropdown>
      }
    >
      <List.Section title="x">
        {data?.map((item) => (
          <Row key={item.id} item={item} />
        ))}
        {r.data.map((x) => (
          <List.Item key={x} title={x} />
        ))}
      </List.Section>
      <>{text && <List.EmptyView title="none" />}</>
    </List>
  );
}
export function F() {
  const { handleSubmit, itemProps } = useForm<{ name: string; done: boolean }>({
    onSubmit: (v) => {
      console.log(v.name);
    },
    validation: { name: FormValidation.Required },
  });
  return (
    <Form
      actions={
        <ActionPanel>
          <Action.SubmitForm onSubmit={handleSubmit} />
        </ActionPanel>
      }
    >
      <Form.TextField title="n" {...itemProps.name} />
      <Form.Checkbox label="x" {...itemProps.done} />
      <Form.DatePicker id="d" type={Form.DatePicker.Type.Date} />
    </Form>
  );
}
export function G() {
  // @ts-expect-error -- a list has items, and a grid another kind
  void (<Grid.Item title={1} />);
  return (
    <Grid columns={3} inset={Grid.Inset.Small}>
      <Grid.Item content={Icon.Star} />
    </Grid>
  );
}
export async function no(): Promise<void> {
  const a = await AI.ask('x', { creativity: 'low' });
  await Clipboard.copy(a);
  await LocalStorage.setItem('k', 1);
  new Cache().set('a', environment.supportPath);
}
