import orchestra from 'orchestra:api';
import { askEditor } from './ask-host.ts';
import { LogLevel, UIKind } from './types/enums.ts';
import { neverFires } from './types/events.ts';
import type { Uri } from './types/uri.ts';

async function readText(): Promise<unknown> {
  return askEditor('env.clipboard.readText', [], { caller: readText });
}

async function writeText(text: string): Promise<void> {
  await askEditor('env.clipboard.writeText', [text], { caller: writeText });
}

async function openExternal(target: Uri): Promise<boolean> {
  return (
    (await askEditor('env.openExternal', [target.toString(true)], { caller: openExternal })) ===
    true
  );
}

/** Nothing is measured here, so that the sender which an extension gives is never asked to send. */
function createTelemetryLogger() {
  return {
    isUsageEnabled: false,
    isErrorsEnabled: false,
    onDidChangeEnableStates: neverFires(),
    logUsage: () => undefined,
    logError: () => undefined,
    dispose: () => undefined,
  };
}

const anyone = '0'.repeat(64);

/** `vscode.env`: nothing of it tells one person from another. */
export const env = Object.freeze({
  appName: 'Orchestra',
  appRoot: '',
  appHost: 'desktop',
  uriScheme: 'orchestra',
  language: 'en',
  machineId: anyone,
  sessionId: anyone,
  devDeviceId: anyone,
  isNewAppInstall: false,
  isAppPortable: false,
  isTelemetryEnabled: false,
  remoteName: undefined,
  get shell() {
    return orchestra.system.platform === 'win32' ? 'cmd.exe' : '/bin/sh';
  },
  uiKind: UIKind['Desktop'],
  logLevel: LogLevel['Info'],
  clipboard: Object.freeze({ readText, writeText }),
  openExternal,
  asExternalUri: async (target: Uri) => target,
  createTelemetryLogger,
  onDidChangeTelemetryEnabled: neverFires(),
  onDidChangeShell: neverFires(),
  onDidChangeLogLevel: neverFires(),
});
