/**
 * What Orchestra runs of Raycast's API. It stands for `@raycast/api` and `@raycast/utils` as well: an
 * extension may import either name.
 *
 * Calls name the permission that they need, which package.json declares in `permissions`. Not there, as
 * Orchestra has no place for it: `MenuBarExtra` and `OAuth`.
 */
import type { FunctionComponent, ReactElement, ReactNode, RefObject } from 'react';

export * from './utils';

// what is shown

/** A component, with those that go into it. */
type Component<P, Parts = unknown> = FunctionComponent<P> & Parts;

interface Navigable {
  navigationTitle?: string;
  isLoading?: boolean;
  actions?: ReactNode;
}

interface Searchable {
  searchText?: string;
  onSearchTextChange?: (text: string) => void;
  searchBarPlaceholder?: string;
  searchBarAccessory?: ReactElement | null;
  /** False where the extension narrows the list itself. */
  filtering?: boolean | { keepSectionOrder: boolean };
  /** Calls {@link onSearchTextChange} only when typing pauses. */
  throttle?: boolean;
  selectedItemId?: string;
  onSelectionChange?: (id: string | null) => void;
  pagination?: { pageSize: number; hasMore: boolean; onLoadMore: () => void };
  children?: ReactNode;
}

/** A list that people search and choose from. */
export declare const List: Component<
  List.Props,
  {
    Item: Component<
      List.Item.Props,
      { Detail: Component<List.Item.Detail.Props, { Metadata: MetadataComponent }> }
    >;
    Section: Component<List.Section.Props>;
    EmptyView: Component<EmptyViewProps>;
    Dropdown: DropdownComponent;
  }
>;
export declare namespace List {
  interface Props extends Navigable, Searchable {
    isShowingDetail?: boolean;
  }
  namespace Item {
    interface Props {
      id?: string;
      title: string | { value: string; tooltip?: string | null };
      subtitle?: string | { value?: string | null; tooltip?: string | null };
      icon?: Image.ImageLike | { value: Image.ImageLike | null | undefined; tooltip: string };
      accessories?: Accessory[] | null;
      keywords?: string[];
      actions?: ReactNode;
      detail?: ReactNode;
      quickLook?: { path: string; name?: string };
    }
    type Accessory = {
      icon?: Image.ImageLike | null;
      tooltip?: string | null;
      text?: string | { value: string | null | undefined; color?: Color.ColorLike } | null;
      date?: Date | { value: Date | null | undefined; color?: Color.ColorLike } | null;
      tag?:
        | string
        | Date
        | { value: string | Date | null | undefined; color?: Color.ColorLike | null }
        | null;
    };
    namespace Detail {
      interface Props {
        isLoading?: boolean;
        markdown?: string | null;
        metadata?: ReactNode;
      }
    }
  }
  namespace Section {
    interface Props {
      id?: string;
      title?: string;
      subtitle?: string;
      children?: ReactNode;
    }
  }
  namespace Dropdown {
    type Props = DropdownProps;
  }
}

interface EmptyViewProps {
  title?: string;
  description?: string;
  icon?: Image.ImageLike;
  actions?: ReactNode;
}

interface DropdownProps {
  id?: string;
  tooltip: string;
  value?: string;
  defaultValue?: string;
  /** Begins with what was chosen last, in place of the default; in a form, with what was submitted last. */
  storeValue?: boolean;
  placeholder?: string;
  isLoading?: boolean;
  filtering?: boolean | { keepSectionOrder: boolean };
  throttle?: boolean;
  onChange?: (value: string) => void;
  onSearchTextChange?: (text: string) => void;
  children?: ReactNode;
}

type DropdownComponent = Component<
  DropdownProps,
  {
    Item: Component<{
      title: string;
      value: string;
      icon?: Image.ImageLike | null;
      keywords?: string[];
    }>;
    Section: Component<{ title?: string; children?: ReactNode }>;
  }
>;

/** A table of images. */
export declare const Grid: Component<
  Grid.Props,
  {
    Item: Component<Grid.Item.Props>;
    Section: Component<Grid.Section.Props>;
    EmptyView: Component<EmptyViewProps>;
    Dropdown: DropdownComponent;
    Inset: typeof GridInset;
    Fit: typeof GridFit;
  }
>;
export declare namespace Grid {
  interface Layout {
    columns?: number;
    aspectRatio?: '1' | '3/2' | '2/3' | '4/3' | '3/4' | '16/9' | '9/16';
    fit?: Fit;
    inset?: Inset;
  }
  interface Props extends Navigable, Searchable, Layout {}
  namespace Item {
    interface Props {
      id?: string;
      content:
        | Image.ImageLike
        | { color: Color.ColorLike }
        | {
            value: Image.ImageLike | { color: Color.ColorLike } | null | undefined;
            tooltip: string;
          };
      title?: string;
      subtitle?: string;
      keywords?: string[];
      accessory?: { icon?: Image.ImageLike; tooltip?: string };
      actions?: ReactNode;
      quickLook?: { path: string; name?: string };
    }
  }
  namespace Section {
    interface Props extends Layout {
      title?: string;
      subtitle?: string;
      children?: ReactNode;
    }
  }
  type Inset = GridInset;
  type Fit = GridFit;
}

declare enum GridInset {
  Small = 'sm',
  Medium = 'md',
  Large = 'lg',
}

declare enum GridFit {
  Contain = 'contain',
  Fill = 'fill',
}

/** A page of Markdown, with facts beside it. */
export declare const Detail: Component<Detail.Props, { Metadata: MetadataComponent }>;
export declare namespace Detail {
  interface Props extends Navigable {
    markdown?: string | null;
    metadata?: ReactNode;
  }
}

type MetadataComponent = Component<
  { children?: ReactNode },
  {
    Label: Component<{
      title: string;
      text?: string | { value: string; color?: Color.ColorLike };
      icon?: Image.ImageLike;
    }>;
    Link: Component<{ title: string; text: string; target: string }>;
    TagList: Component<
      { title: string; children?: ReactNode },
      {
        Item: Component<{
          text?: string;
          icon?: Image.ImageLike;
          color?: Color.ColorLike | null;
          onAction?: () => void;
        }>;
      }
    >;
    Separator: Component<object>;
  }
>;

/** Fields that people fill in. */
export declare const Form: Component<
  Form.Props,
  {
    TextField: Component<Form.TextField.Props>;
    PasswordField: Component<Form.TextField.Props>;
    TextArea: Component<Form.TextArea.Props>;
    Checkbox: Component<Form.Checkbox.Props>;
    DatePicker: Component<Form.DatePicker.Props, { Type: typeof DatePickerType }>;
    Dropdown: Component<
      Form.Dropdown.Props,
      { Item: DropdownComponent['Item']; Section: DropdownComponent['Section'] }
    >;
    TagPicker: Component<
      Form.TagPicker.Props,
      { Item: Component<{ title: string; value: string; icon?: Image.ImageLike }> }
    >;
    FilePicker: Component<Form.FilePicker.Props>;
    Description: Component<{ title?: string; text: string }>;
    Separator: Component<object>;
    LinkAccessory: Component<{ target: string; text: string }>;
  }
>;
export declare namespace Form {
  type Value = string | number | boolean | string[] | number[] | Date | null;
  // what a form holds is known to its author alone
  // oxlint-disable-next-line typescript/no-explicit-any
  type Values = Record<string, any>;
  interface Props extends Navigable {
    enableDrafts?: boolean;
    searchBarAccessory?: ReactElement | null;
    children?: ReactNode;
  }
  interface ItemProps<T> {
    id: string;
    title?: string;
    info?: string;
    error?: string;
    value?: T;
    defaultValue?: T;
    /** Begins with what it held when the form was submitted last, in place of the default. Passwords are not kept. */
    storeValue?: boolean;
    autoFocus?: boolean;
    onChange?: (value: T) => void;
    onFocus?: (event: Event<T>) => void;
    onBlur?: (event: Event<T>) => void;
    ref?: RefObject<ItemReference | null>;
  }
  interface Event<T> {
    target: { id: string; value?: T };
    type: 'focus' | 'blur';
  }
  interface ItemReference {
    focus(): void;
    reset(): void;
  }
  type TextField = ItemReference;
  type TextArea = ItemReference;
  type Checkbox = ItemReference;
  type DatePicker = ItemReference;
  type Dropdown = ItemReference;
  type TagPicker = ItemReference;
  type FilePicker = ItemReference;
  namespace TextField {
    interface Props extends ItemProps<string> {
      placeholder?: string;
    }
  }
  namespace TextArea {
    interface Props extends ItemProps<string> {
      placeholder?: string;
      enableMarkdown?: boolean;
    }
  }
  namespace Checkbox {
    interface Props extends ItemProps<boolean> {
      label: string;
    }
  }
  namespace DatePicker {
    type Type = DatePickerType;
    interface Props extends ItemProps<Date | null> {
      type?: DatePickerType;
      min?: Date;
      max?: Date;
    }
  }
  namespace Dropdown {
    interface Props extends ItemProps<string> {
      placeholder?: string;
      isLoading?: boolean;
      filtering?: boolean | { keepSectionOrder: boolean };
      throttle?: boolean;
      onSearchTextChange?: (text: string) => void;
      children?: ReactNode;
    }
  }
  namespace TagPicker {
    interface Props extends ItemProps<string[]> {
      placeholder?: string;
      children?: ReactNode;
    }
  }
  namespace FilePicker {
    interface Props extends ItemProps<string[]> {
      allowMultipleSelection?: boolean;
      canChooseDirectories?: boolean;
      canChooseFiles?: boolean;
      showHiddenFiles?: boolean;
    }
  }
}

declare enum DatePickerType {
  Date = 'date',
  DateTime = 'datetime',
}

interface ActionBase {
  title?: string;
  icon?: Image.ImageLike | null;
  shortcut?: Keyboard.Shortcut | Keyboard.Shortcut.Common | null;
  autoFocus?: boolean;
}

/** Something that people may do with what is selected. */
export declare const Action: Component<
  Action.Props,
  {
    /** Permission: `clipboard`. */
    CopyToClipboard: Component<
      ActionBase & {
        content: string | number | Clipboard.Content;
        concealed?: boolean;
        onCopy?: (content: string | number | Clipboard.Content) => void;
      }
    >;
    /** Permission: `clipboard`. */
    Paste: Component<
      ActionBase & {
        content: string | number | Clipboard.Content;
        onPaste?: (content: string | number | Clipboard.Content) => void;
      }
    >;
    OpenInBrowser: Component<ActionBase & { url: string; onOpen?: (url: string) => void }>;
    Open: Component<
      ActionBase & {
        title: string;
        target: string;
        application?: string | Application;
        onOpen?: (target: string) => void;
      }
    >;
    OpenWith: Component<ActionBase & { path: string; onOpen?: (path: string) => void }>;
    ShowInFinder: Component<ActionBase & { path: string; onShow?: (path: string) => void }>;
    /** Permission: `filesystem.write`. */
    Trash: Component<
      ActionBase & { paths: string | string[]; onTrash?: (paths: string | string[]) => void }
    >;
    Push: Component<
      ActionBase & { title: string; target: ReactNode; onPush?: () => void; onPop?: () => void }
    >;
    SubmitForm: <T extends Form.Values = Form.Values>(
      props: ActionBase & {
        style?: Action.Style;
        onSubmit?: (values: T) => void | boolean | Promise<void | boolean>;
      },
    ) => ReactNode;
    PickDate: Component<
      ActionBase & {
        title: string;
        type?: DatePickerType;
        min?: Date;
        max?: Date;
        onChange: (date: Date | null) => void;
      }
    >;
    CreateQuicklink: Component<ActionBase & { quicklink: Quicklink }>;
    CreateSnippet: Component<
      ActionBase & { snippet: { text: string; name?: string; keyword?: string } }
    >;
    ToggleQuickLook: Component<ActionBase>;
    Style: typeof ActionStyle;
  }
>;
export declare namespace Action {
  interface Props extends ActionBase {
    title: string;
    style?: Style;
    onAction?: () => void;
  }
  type Style = ActionStyle;
}

declare enum ActionStyle {
  Regular = 'regular',
  Destructive = 'destructive',
}

export interface Quicklink {
  link: string;
  name?: string;
  application?: string | Application;
  icon?: Icon;
}

/** The actions of what is selected; the first is done on Enter. */
export declare const ActionPanel: Component<
  ActionPanel.Props,
  {
    Section: Component<{ title?: string; children?: ReactNode }>;
    Submenu: Component<
      ActionBase & {
        title: string;
        isLoading?: boolean;
        filtering?: boolean | { keepSectionOrder: boolean };
        onOpen?: () => void;
        onSearchTextChange?: (text: string) => void;
        children?: ReactNode;
      }
    >;
    Item: typeof Action;
  }
>;
export declare namespace ActionPanel {
  interface Props {
    title?: string;
    children?: ReactNode;
  }
}

// pictures, colours, keys

export declare namespace Image {
  type Source = string | Icon | { light: string; dark: string };
  type Fallback = Source;
  interface Image {
    source: Source;
    fallback?: Fallback | null;
    mask?: Mask | null;
    tintColor?: Color.ColorLike | null;
  }
  type ImageLike = string | Icon | Image | { fileIcon: string } | URL;
  enum Mask {
    Circle = 'circle',
    RoundedRectangle = 'roundedRectangle',
  }
}
export type Image = Image.Image;

/** A colour of the theme. */
export declare enum Color {
  Blue = 'raycast-blue',
  Green = 'raycast-green',
  Magenta = 'raycast-magenta',
  Orange = 'raycast-orange',
  Purple = 'raycast-purple',
  Red = 'raycast-red',
  Yellow = 'raycast-yellow',
  PrimaryText = 'raycast-primary-text',
  SecondaryText = 'raycast-secondary-text',
}
export declare namespace Color {
  type Dynamic = { light: string; dark: string; adjustContrast?: boolean };
  type Raw = string;
  type ColorLike = Color | Dynamic | Raw;
}

export declare namespace Keyboard {
  interface Shortcut {
    key: KeyEquivalent;
    modifiers: KeyModifier[];
  }
  namespace Shortcut {
    enum Common {
      Copy = 'copy',
      CopyDeeplink = 'copy-deeplink',
      CopyName = 'copy-name',
      CopyPath = 'copy-path',
      Save = 'save',
      Duplicate = 'duplicate',
      Edit = 'edit',
      MoveDown = 'move-down',
      MoveUp = 'move-up',
      New = 'new',
      Open = 'open',
      OpenWith = 'open-with',
      Pin = 'pin',
      Refresh = 'refresh',
      Remove = 'remove',
      RemoveAll = 'remove-all',
      ToggleQuickLook = 'toggle-quick-look',
    }
  }
  type KeyModifier = 'cmd' | 'ctrl' | 'opt' | 'shift' | 'alt' | 'windows';
  /** A letter, a digit, a mark, or a name such as `return` or `arrowUp`. */
  type KeyEquivalent =
    | 'return'
    | 'enter'
    | 'delete'
    | 'deleteForward'
    | 'backspace'
    | 'tab'
    | 'space'
    | 'escape'
    | 'home'
    | 'end'
    | 'pageUp'
    | 'pageDown'
    | 'arrowUp'
    | 'arrowDown'
    | 'arrowLeft'
    | 'arrowRight'
    // any single character as well
    | (string & {});
}

// what happens

/** The system's clipboard. Permission of every call: `clipboard`. */
export declare namespace Clipboard {
  type Content = { text: string } | { file: string } | { html: string; text?: string };
  interface ReadContent {
    text: string;
    file?: string;
    html?: string;
  }
  function copy(
    content: string | number | Content,
    options?: { concealed?: boolean },
  ): Promise<void>;
  function paste(content: string | number | Content): Promise<void>;
  function read(options?: { offset?: number }): Promise<ReadContent>;
  function readText(options?: { offset?: number }): Promise<string | undefined>;
  function clear(): Promise<void>;
}

/** A message at the foot of the window. */
export declare class Toast {
  constructor(options: Toast.Options);
  style: Toast.Style;
  title: string;
  message: string | undefined;
  primaryAction: Toast.ActionOptions | undefined;
  secondaryAction: Toast.ActionOptions | undefined;
  /** Permission: `notifications`. */
  show(): Promise<void>;
  hide(): Promise<void>;
}
export declare namespace Toast {
  interface Options {
    title: string;
    message?: string;
    style?: Style;
    primaryAction?: ActionOptions;
    secondaryAction?: ActionOptions;
  }
  interface ActionOptions {
    title: string;
    shortcut?: Keyboard.Shortcut;
    onAction: (toast: Toast) => void;
  }
  enum Style {
    Success = 'SUCCESS',
    Failure = 'FAILURE',
    Animated = 'ANIMATED',
  }
}

/** Permission: `notifications`. */
export declare function showToast(options: Toast.Options): Promise<Toast>;
/** Permission: `notifications`. */
export declare function showToast(
  style: Toast.Style,
  title: string,
  message?: string,
): Promise<Toast>;
/** Closes the window and shows a message for a moment. Permission: `notifications`. */
export declare function showHUD(
  title: string,
  options?: { clearRootSearch?: boolean; popToRootType?: PopToRootType },
): Promise<void>;

export declare namespace Alert {
  interface Options {
    title: string;
    message?: string;
    icon?: Image.ImageLike;
    primaryAction?: ActionOptions;
    dismissAction?: ActionOptions;
    rememberUserChoice?: boolean;
  }
  interface ActionOptions {
    title: string;
    style?: ActionStyle;
    onAction?: () => void;
  }
  enum ActionStyle {
    Default = 'default',
    Destructive = 'destructive',
    Cancel = 'cancel',
  }
}
/** Asks yes or no. */
export declare function confirmAlert(options: Alert.Options): Promise<boolean>;

/** The language models that a person has set up. Permission of every call: `ai.chat`. */
export declare namespace AI {
  interface AskOptions {
    model?: Model;
    creativity?: Creativity;
    signal?: AbortSignal;
  }
  type Creativity = number | 'none' | 'low' | 'medium' | 'high' | 'maximum';
  type Model = string;
  /** An answer, which also tells of each piece of it (`on('data', …)`). */
  function ask(
    prompt: string,
    options?: AskOptions,
  ): Promise<string> & { on(event: 'data', listener: (piece: string) => void): void };
}

/** Values that this extension keeps from one start to the next. */
export declare namespace LocalStorage {
  type Value = string | number | boolean;
  interface Values {
    // what was stored is known to whoever stored it
    // oxlint-disable-next-line typescript/no-explicit-any
    [key: string]: any;
  }
  function getItem<T extends Value = string>(key: string): Promise<T | undefined>;
  function setItem(key: string, value: Value): Promise<void>;
  function removeItem(key: string): Promise<void>;
  function allItems<T extends Values = Values>(): Promise<T>;
  function clear(): Promise<void>;
}

/** Texts that may be forgotten when there are too many. */
export declare class Cache {
  constructor(options?: { namespace?: string; /** Bytes. */ capacity?: number });
  readonly isEmpty: boolean;
  get(key: string): string | undefined;
  has(key: string): boolean;
  set(key: string, data: string): void;
  remove(key: string): boolean;
  clear(options?: { notifySubscribers: boolean }): void;
  subscribe(subscriber: (key: string | undefined, data: string | undefined) => void): () => void;
}

export interface PreferenceValues {
  // what a preference holds is said by package.json
  // oxlint-disable-next-line typescript/no-explicit-any
  [name: string]: any;
}
/** What a person set for this extension and command (`preferences`). */
export declare function getPreferenceValues<T extends PreferenceValues = PreferenceValues>(): T;
export declare function openExtensionPreferences(): Promise<void>;
export declare function openCommandPreferences(): Promise<void>;

/** Where the command runs. */
export declare const environment: {
  readonly appearance: 'dark' | 'light';
  readonly assetsPath: string;
  readonly supportPath: string;
  readonly commandMode: 'view' | 'no-view';
  readonly commandName: string;
  readonly extensionName: string;
  readonly ownerOrAuthorName: string;
  readonly isDevelopment: boolean;
  readonly launchType: LaunchType;
  readonly raycastVersion: string;
  readonly textSize: 'medium' | 'large';
  /** Whether the person has what the namespace needs, e.g. `environment.canAccess(AI)`. */
  canAccess(api: unknown): boolean;
};

export declare enum LaunchType {
  UserInitiated = 'userInitiated',
  Background = 'background',
}

export interface Arguments {
  // oxlint-disable-next-line typescript/no-explicit-any
  [name: string]: any;
}
export interface LaunchContext {
  // oxlint-disable-next-line typescript/no-explicit-any
  [name: string]: any;
}

/** What a command is started with. */
export interface LaunchProps<
  T extends {
    arguments?: Arguments;
    draftValues?: Form.Values;
    launchContext?: LaunchContext;
  } = {
    arguments: Arguments;
    draftValues: Form.Values;
    launchContext: LaunchContext;
  },
> {
  arguments: T['arguments'];
  draftValues?: T['draftValues'];
  launchContext?: T['launchContext'];
  launchType: LaunchType;
  fallbackText?: string;
}

export interface LaunchOptions {
  name: string;
  type: LaunchType;
  arguments?: Arguments | null;
  context?: LaunchContext | null;
  extensionName?: string;
  ownerOrAuthorName?: string;
  fallbackText?: string | null;
}
/** Starts another command. */
export declare function launchCommand(options: LaunchOptions): Promise<void>;
export declare function updateCommandMetadata(metadata: {
  subtitle?: string | null;
}): Promise<void>;

export declare enum PopToRootType {
  Default = 'default',
  Immediate = 'immediate',
  Suspended = 'suspended',
}
export declare function popToRoot(options?: { clearSearchBar?: boolean }): Promise<void>;
export declare function closeMainWindow(options?: {
  clearRootSearch?: boolean;
  popToRootType?: PopToRootType;
}): Promise<void>;
export declare function clearSearchBar(options?: { forceScrollToTop?: boolean }): Promise<void>;
/** Moves between views. */
export declare function useNavigation(): {
  push(view: ReactNode, onPop?: () => void): void;
  pop(): void;
};

export interface Application {
  name: string;
  path: string;
  bundleId?: string;
  localizedName?: string;
}
export declare function getApplications(path?: string): Promise<Application[]>;
export declare function getDefaultApplication(path: string): Promise<Application>;
export declare function getFrontmostApplication(): Promise<Application>;
/** Opens a file, a folder or an address with the program that is meant for it. */
export declare function open(target: string, application?: Application | string): Promise<void>;
export declare function showInFinder(path: string): Promise<void>;
/** Permission: `filesystem.write`. */
export declare function trash(path: string | string[]): Promise<void>;
export declare function getSelectedText(): Promise<string>;
export interface FileSystemItem {
  path: string;
}
export declare function getSelectedFinderItems(): Promise<FileSystemItem[]>;
export declare function captureException(error: unknown): void;

/** Pictures that the app brings. */
export declare enum Icon {
  AddPerson = 'add-person-16',
  Airplane = 'airplane-16',
  Alarm = 'alarm-16',
  AlarmRinging = 'alarm-ringing-16',
  AlignCentre = 'align-centre-16',
  AlignLeft = 'align-left-16',
  AlignRight = 'align-right-16',
  AppWindow = 'app-window-16',
  AppWindowGrid2x2 = 'app-window-grid-2x-2-16',
  AppWindowList = 'app-window-list-16',
  ArrowClockwise = 'arrow-clockwise-16',
  ArrowCounterClockwise = 'arrow-counter-clockwise-16',
  ArrowDown = 'arrow-down-16',
  ArrowDownCircle = 'arrow-down-circle-16',
  ArrowLeft = 'arrow-left-16',
  ArrowLeftCircle = 'arrow-left-circle-16',
  ArrowNe = 'arrow-ne-16',
  ArrowRight = 'arrow-right-16',
  ArrowRightCircle = 'arrow-right-circle-16',
  ArrowUp = 'arrow-up-16',
  ArrowUpCircle = 'arrow-up-circle-16',
  AtSymbol = 'at-symbol-16',
  BandAid = 'band-aid-16',
  BankNote = 'bank-note-16',
  BarChart = 'bar-chart-16',
  BarCode = 'bar-code-16',
  Battery = 'battery-16',
  Bell = 'bell-16',
  BellDisabled = 'bell-disabled-16',
  Bike = 'bike-16',
  Binoculars = 'binoculars-16',
  Bird = 'bird-16',
  BlankDocument = 'blank-document-16',
  Bluetooth = 'bluetooth-16',
  Boat = 'boat-16',
  Bold = 'bold-16',
  Bolt = 'bolt-16',
  Book = 'book-16',
  Bookmark = 'bookmark-16',
  Box = 'box-16',
  Brush = 'brush-16',
  Bubble = 'bubble-16',
  Bug = 'bug-16',
  Building = 'building-16',
  BulletPoints = 'bullet-points-16',
  Calculator = 'calculator-16',
  Calendar = 'calendar-16',
  Camera = 'camera-16',
  Car = 'car-16',
  Cart = 'cart-16',
  Cd = 'cd-16',
  Check = 'check-16',
  CheckCircle = 'check-circle-16',
  CheckList = 'check-list-16',
  ChevronDown = 'chevron-down-16',
  ChevronLeft = 'chevron-left-16',
  ChevronRight = 'chevron-right-16',
  ChevronUp = 'chevron-up-16',
  Circle = 'circle-16',
  CircleEllipsis = 'circle-ellipsis-16',
  CircleFilled = 'circle-filled-16',
  CircleProgress = 'circle-progress-16',
  Clipboard = 'clipboard-16',
  Clock = 'clock-16',
  Cloud = 'cloud-16',
  CloudLightning = 'cloud-lightning-16',
  CloudRain = 'cloud-rain-16',
  CloudSun = 'cloud-sun-16',
  Code = 'code-16',
  CodeBlock = 'code-block-16',
  Cog = 'cog-16',
  Coin = 'coin-16',
  Coins = 'coins-16',
  CommandSymbol = 'command-symbol-16',
  Compass = 'compass-16',
  ComputerChip = 'computer-chip-16',
  Contrast = 'contrast-16',
  CopyClipboard = 'copy-clipboard-16',
  CreditCard = 'credit-card-16',
  Crop = 'crop-16',
  Crown = 'crown-16',
  Crypto = 'crypto-16',
  DeleteDocument = 'delete-document-16',
  Desktop = 'desktop-16',
  Devices = 'devices-16',
  Dna = 'dna-16',
  Document = 'document-16',
  Dot = 'dot-16',
  Download = 'download-16',
  Duplicate = 'duplicate-16',
  EditShape = 'edit-shape-16',
  Eject = 'eject-16',
  Ellipsis = 'ellipsis-16',
  Emoji = 'emoji-16',
  EmojiSad = 'emoji-sad-16',
  Envelope = 'envelope-16',
  Eraser = 'eraser-16',
  ExclamationMark = 'exclamation-mark-16',
  Exclamationmark = 'exclamationmark-16',
  Eye = 'eye-16',
  EyeDisabled = 'eye-disabled-16',
  EyeDropper = 'eye-dropper-16',
  Female = 'female-16',
  FilmStrip = 'film-strip-16',
  Filter = 'filter-16',
  Finder = 'finder-16',
  Fingerprint = 'fingerprint-16',
  Flag = 'flag-16',
  Folder = 'folder-16',
  Footprints = 'footprints-16',
  Forward = 'forward-16',
  FountainTip = 'fountain-tip-16',
  FullSignal = 'full-signal-16',
  GameController = 'game-controller-16',
  Gauge = 'gauge-16',
  Gear = 'gear-16',
  Geopin = 'geopin-16',
  Germ = 'germ-16',
  Gift = 'gift-16',
  Glasses = 'glasses-16',
  Globe = 'globe-16',
  Goal = 'goal-16',
  Hammer = 'hammer-16',
  HardDrive = 'hard-drive-16',
  Hashtag = 'hashtag-16',
  Headphones = 'headphones-16',
  Heart = 'heart-16',
  HeartDisabled = 'heart-disabled-16',
  Heartbeat = 'heartbeat-16',
  Highlight = 'highlight-16',
  Hourglass = 'hourglass-16',
  House = 'house-16',
  Humidity = 'humidity-16',
  Image = 'image-16',
  Important = 'important-16',
  Info = 'info-16',
  Italics = 'italics-16',
  Key = 'key-16',
  Keyboard = 'keyboard-16',
  Layers = 'layers-16',
  Leaf = 'leaf-16',
  LevelMeter = 'level-meter-16',
  LightBulb = 'light-bulb-16',
  LightBulbOff = 'light-bulb-off-16',
  LineChart = 'line-chart-16',
  Link = 'link-16',
  List = 'list-16',
  Livestream = 'livestream-16',
  Lock = 'lock-16',
  LockUnlocked = 'lock-unlocked-16',
  Logout = 'logout-16',
  Lowercase = 'lowercase-16',
  MagnifyingGlass = 'magnifying-glass-16',
  Male = 'male-16',
  Map = 'map-16',
  Mask = 'mask-16',
  Maximize = 'maximize-16',
  MedicalSupport = 'medical-support-16',
  Megaphone = 'megaphone-16',
  MemoryChip = 'memory-chip-16',
  MemoryStick = 'memory-stick-16',
  Message = 'message-16',
  Microphone = 'microphone-16',
  MicrophoneDisabled = 'microphone-disabled-16',
  Minimize = 'minimize-16',
  Minus = 'minus-16',
  MinusCircle = 'minus-circle-16',
  Mobile = 'mobile-16',
  Monitor = 'monitor-16',
  Moon = 'moon-16',
  MoonDown = 'moon-down-16',
  MoonUp = 'moon-up-16',
  Moonrise = 'moonrise-16',
  Mountain = 'mountain-16',
  Mouse = 'mouse-16',
  Move = 'move-16',
  Mug = 'mug-16',
  Multiply = 'multiply-16',
  Music = 'music-16',
  Network = 'network-16',
  NewDocument = 'new-document-16',
  NewFolder = 'new-folder-16',
  Number00 = 'number-00-16',
  Paperclip = 'paperclip-16',
  Paragraph = 'paragraph-16',
  Patch = 'patch-16',
  Pause = 'pause-16',
  PauseFilled = 'pause-filled-16',
  Pencil = 'pencil-16',
  Person = 'person-16',
  PersonCircle = 'person-circle-16',
  PersonLines = 'person-lines-16',
  Phone = 'phone-16',
  PhoneRinging = 'phone-ringing-16',
  PieChart = 'pie-chart-16',
  Pill = 'pill-16',
  Pin = 'pin-16',
  PinDisabled = 'pin-disabled-16',
  Play = 'play-16',
  PlayFilled = 'play-filled-16',
  Plug = 'plug-16',
  Plus = 'plus-16',
  PlusCircle = 'plus-circle-16',
  PlusSquare = 'plus-square-16',
  PlusTopRightSquare = 'plus-top-right-square-16',
  Power = 'power-16',
  Print = 'print-16',
  QuestionMark = 'question-mark-16',
  QuestionMarkCircle = 'question-mark-circle-16',
  Quotation = 'quotation-16',
  QuoteBlock = 'quote-block-16',
  Racket = 'racket-16',
  Raindrop = 'raindrop-16',
  Receipt = 'receipt-16',
  Redo = 'redo-16',
  RemovePerson = 'remove-person-16',
  Repeat = 'repeat-16',
  Replace = 'replace-16',
  ReplaceOne = 'replace-one-16',
  Reply = 'reply-16',
  Rewind = 'rewind-16',
  Rocket = 'rocket-16',
  Rosette = 'rosette-16',
  RotateAntiClockwise = 'rotate-anti-clockwise-16',
  RotateClockwise = 'rotate-clockwise-16',
  Rss = 'rss-16',
  Ruler = 'ruler-16',
  SaveDocument = 'save-document-16',
  Shield = 'shield-16',
  Shuffle = 'shuffle-16',
  Sidebar = 'sidebar-16',
  Signal0 = 'signal-0-16',
  Signal1 = 'signal-1-16',
  Signal2 = 'signal-2-16',
  Signal3 = 'signal-3-16',
  Snippets = 'snippets-16',
  Snowflake = 'snowflake-16',
  SoccerBall = 'soccer-ball-16',
  Speaker = 'speaker-16',
  SpeakerDown = 'speaker-down-16',
  SpeakerHigh = 'speaker-high-16',
  SpeakerLow = 'speaker-low-16',
  SpeakerOff = 'speaker-off-16',
  SpeakerOn = 'speaker-on-16',
  SpeakerUp = 'speaker-up-16',
  SpeechBubble = 'speech-bubble-16',
  SpeechBubbleActive = 'speech-bubble-active-16',
  Star = 'star-16',
  StarCircle = 'star-circle-16',
  StarDisabled = 'star-disabled-16',
  Stars = 'stars-16',
  Stop = 'stop-16',
  Stopwatch = 'stopwatch-16',
  Store = 'store-16',
  StrikeThrough = 'strike-through-16',
  Sun = 'sun-16',
  Sunrise = 'sunrise-16',
  Swatch = 'swatch-16',
  Switch = 'switch-16',
  Syringe = 'syringe-16',
  Tag = 'tag-16',
  Tack = 'tack-16',
  Temperature = 'temperature-16',
  TennisBall = 'tennis-ball-16',
  Terminal = 'terminal-16',
  Text = 'text-16',
  TextCursor = 'text-cursor-16',
  TextInput = 'text-input-16',
  TextSelection = 'text-selection-16',
  ThumbsDown = 'thumbs-down-16',
  ThumbsUp = 'thumbs-up-16',
  Ticket = 'ticket-16',
  Torch = 'torch-16',
  Train = 'train-16',
  Trash = 'trash-16',
  Tray = 'tray-16',
  Tree = 'tree-16',
  Trophy = 'trophy-16',
  TwoPeople = 'two-people-16',
  Umbrella = 'umbrella-16',
  Underline = 'underline-16',
  Undo = 'undo-16',
  Upload = 'upload-16',
  Uppercase = 'uppercase-16',
  Video = 'video-16',
  Wallet = 'wallet-16',
  Wand = 'wand-16',
  Warning = 'warning-16',
  Waveform = 'waveform-16',
  Weights = 'weights-16',
  Wifi = 'wifi-16',
  WifiDisabled = 'wifi-disabled-16',
  Wind = 'wind-16',
  Window = 'window-16',
  WrenchScrewdriver = 'wrench-screwdriver-16',
  WristWatch = 'wrist-watch-16',
  XMarkCircle = 'xmark-circle-16',
  XMarkTopRightSquare = 'xmark-top-right-square-16',
}
