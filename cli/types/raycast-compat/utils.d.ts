/** What Orchestra runs of Raycast's utilities. Calls name the permission that they need. */
import type { Dispatch, RefObject, SetStateAction } from 'react';
import type { AI, Form, Image, Toast } from './index';

// what extensions hand in and get back is known to them alone
// oxlint-disable-next-line typescript/no-explicit-any
type Callable = (...args: any[]) => Promise<any>;

/** What is there of a value that takes time. */
export type AsyncState<T> =
  | { isLoading: boolean; error?: undefined; data?: undefined }
  | { isLoading: true; error?: Error | undefined; data?: T }
  | { isLoading: false; error: Error; data?: undefined }
  | { isLoading: false; error?: undefined; data: T };

export type MutatePromise<T, U = unknown> = (
  update?: Promise<U>,
  options?: {
    optimisticUpdate?: (data: T) => T;
    rollbackOnError?: boolean | ((data: T) => T);
    shouldRevalidateAfter?: boolean;
  },
) => Promise<U>;

interface AsyncControls<T> {
  revalidate: () => void;
  mutate: MutatePromise<T>;
}

interface AsyncOptions<T> {
  /** False: nothing is done until it is true. */
  execute?: boolean;
  abortable?: RefObject<AbortController | null | undefined>;
  onError?: (error: Error) => void | Promise<void>;
  onData?: (data: T) => void | Promise<void>;
  onWillExecute?: (args: unknown[]) => void | Promise<void>;
  failureToastOptions?: Partial<Pick<Toast.Options, 'title' | 'primaryAction' | 'message'>>;
}

interface CachedOptions<T, I = T> extends AsyncOptions<T> {
  initialData?: T | I;
  /** Shows what was there before while something new is on its way. */
  keepPreviousData?: boolean;
}

/** Runs something that takes time, each time that its arguments change. */
export declare function usePromise<F extends Callable>(
  run: F,
  ...rest: Parameters<F> extends []
    ? [args?: [], options?: AsyncOptions<Awaited<ReturnType<F>>>]
    : [args: Parameters<F>, options?: AsyncOptions<Awaited<ReturnType<F>>>]
): AsyncState<Awaited<ReturnType<F>>> & AsyncControls<Awaited<ReturnType<F>> | undefined>;

/** As {@link usePromise}, beginning with what it gave the last time. */
export declare function useCachedPromise<F extends Callable, I = undefined>(
  run: F,
  args?: Parameters<F>,
  options?: CachedOptions<Awaited<ReturnType<F>>, I>,
): {
  isLoading: boolean;
  error?: Error | undefined;
  data: Awaited<ReturnType<F>> | I;
} & AsyncControls<Awaited<ReturnType<F>> | I>;

/** As React's `useState`, and kept from one start to the next. */
export declare function useCachedState<T>(
  key: string,
  initial: T,
  options?: { cacheNamespace?: string },
): [T, Dispatch<SetStateAction<T>>];
export declare function useCachedState<T = undefined>(
  key: string,
): [T | undefined, Dispatch<SetStateAction<T | undefined>>];

/** Fetches an address and shows what came the last time meanwhile. Permission: `network`. */
export declare function useFetch<T = unknown, I = undefined, R = T>(
  url: RequestInfo | URL,
  options?: Omit<RequestInit, 'signal'> &
    CachedOptions<R, I> & {
      parseResponse?: (response: Response) => Promise<T>;
      mapResult?: (result: T) => { data: R };
    },
): {
  isLoading: boolean;
  error?: Error | undefined;
  data: R | I;
} & AsyncControls<R | I>;

/** Asks a language model. Permission: `ai.chat`. */
export declare function useAI(
  prompt: string,
  options?: AsyncOptions<string> &
    Omit<AI.AskOptions, 'signal'> & {
      /** Piece by piece; true where it is absent. */ stream?: boolean;
    },
): {
  isLoading: boolean;
  error?: Error | undefined;
  data: string;
  revalidate: () => void;
};

/** Runs a program. Permission: `system.exec`. */
export declare function useExec<T = string, I = undefined>(
  command: string,
  options?: ExecOptions<T, I>,
): { isLoading: boolean; error?: Error | undefined; data: T | I } & AsyncControls<T | I>;
/** Runs a program. Permission: `system.exec`. */
export declare function useExec<T = string, I = undefined>(
  file: string,
  args: string[],
  options?: ExecOptions<T, I>,
): { isLoading: boolean; error?: Error | undefined; data: T | I } & AsyncControls<T | I>;

interface ExecOptions<T, I> extends CachedOptions<T, I> {
  cwd?: string;
  env?: Record<string, string | undefined>;
  input?: string;
  shell?: boolean | string;
  /** Milliseconds. */
  timeout?: number;
  stripFinalNewline?: boolean;
  parseOutput?: (output: {
    stdout: string;
    stderr: string;
    error: Error | undefined;
    exitCode: number | null;
    timedOut: boolean;
    command: string;
  }) => T;
}

/** Asks a SQLite file. Permission: `filesystem.read`. */
export declare function useSQL<T = unknown>(
  path: string,
  query: string,
  options?: AsyncOptions<T[]> & { permissionPriming?: string },
): {
  isLoading: boolean;
  error?: Error | undefined;
  data: T[] | undefined;
  permissionView: import('react').ReactElement | undefined;
} & AsyncControls<T[] | undefined>;

/** A value that this extension keeps from one start to the next. */
export declare function useLocalStorage<T>(
  key: string,
  initial?: T,
): {
  value: T | undefined;
  setValue: (value: T) => Promise<void>;
  removeValue: () => Promise<void>;
  isLoading: boolean;
};

export declare enum FormValidation {
  Required = 'required',
}
type Validator<V> = FormValidation | ((value: V | undefined) => string | undefined | null);

/** The state of a form: give each field its `itemProps`. */
export declare function useForm<T extends Form.Values>(options: {
  onSubmit: (values: T) => void | boolean | Promise<void | boolean>;
  initialValues?: Partial<T>;
  validation?: { [K in keyof T]?: Validator<T[K]> };
}): {
  handleSubmit: (values: T) => void | boolean | Promise<void | boolean>;
  itemProps: { [K in keyof Required<T>]: Form.ItemProps<NonNullable<T[K]>> & { id: string } };
  values: T;
  setValue: <K extends keyof T>(id: K, value: SetStateAction<T[K]>) => void;
  setValidationError: (id: keyof T, error: string | undefined | null) => void;
  focus: (id: keyof T) => void;
  reset: (values?: Partial<T>) => void;
};

/** Says that something failed. Permission: `notifications`. */
export declare function showFailureToast(
  error: unknown,
  options?: Partial<Pick<Toast.Options, 'title' | 'primaryAction' | 'message'>>,
): Promise<void>;

/** Runs AppleScript (macOS). Permission: `system.exec`. */
export declare function runAppleScript<T = string>(
  script: string,
  options?: AppleScriptOptions<T>,
): Promise<string>;
/** Runs AppleScript (macOS). Permission: `system.exec`. */
export declare function runAppleScript<T = string>(
  script: string,
  args: string[],
  options?: AppleScriptOptions<T>,
): Promise<string>;

interface AppleScriptOptions<T> {
  humanReadableOutput?: boolean;
  language?: 'AppleScript' | 'JavaScript';
  signal?: AbortSignal;
  /** Milliseconds. */
  timeout?: number;
  parseOutput?: (output: { stdout: string; stderr: string; exitCode: number | null }) => T;
}

/** The small picture of a website. */
export declare function getFavicon(
  url: string | URL,
  options?: { fallback?: Image.Fallback; size?: 16 | 32 | 64 | 128; mask?: Image.Mask },
): Image.ImageLike;
/** A picture of the first letters of a name. */
export declare function getAvatarIcon(
  name: string,
  options?: { background?: string; gradient?: boolean },
): Image.Image;
/** A ring that is filled up to a part of 1. */
export declare function getProgressIcon(
  progress: number,
  color?: string,
  options?: { background?: string; backgroundOpacity?: number },
): Image.Image;

// what isn't marked as exported stays inside
// oxlint-disable-next-line unicorn/require-module-specifiers
export {};
