export { apiModule } from './bundle/api-module.ts';
export {
  bundleExtension,
  type Bundler,
  type BundleMessage,
  type BundleResult,
  type ExtensionBundle,
} from './bundle/bundle-extension.ts';
export {
  type ChangedSources,
  type SourceListener,
  type SourceWatcher,
  watchSources,
} from './bundle/watch-sources.ts';
export { startConfined } from './confine/start-confined.ts';
export type { ConfinedProgram } from './confine/confined-program.ts';
export { type FirstEngine, startFirstEngine } from './programs/start-first.ts';
export { findWall, type Wall, type WallKind } from './confine/find-wall.ts';
export { findPermissions } from './gate/find-permissions.ts';
export type { RaycastDeclared, RaycastExtension } from './guest/raycast/facts.ts';
export { BuildError } from './host/build-error.ts';
export { causesOf } from './host/causes.ts';
export type { CallRecord } from './host/call-record.ts';
export type { LogLine } from './host/console-log.ts';
export type { EngineFiles } from './programs/bundle-engine.ts';
export { nodeModuleFiles, raycastModules, vscodeModules } from './programs/module-files.ts';
export { nativePartName } from './programs/native-part-name.ts';
export { Sandbox } from './host/sandbox.ts';
export type { SandboxListener, SandboxOptions } from './host/sandbox-options.ts';
export { type BuiltCode, type SourcePlace, renderSourcePlace } from './host/source-places.ts';
export { sandboxLimits } from './protocol/limits.ts';
export type { ExtensionKind } from './protocol/messages.ts';
export { EngineMessageSchema, HostMessageSchema } from './protocol/messages.ts';
export { decodeValue, encodeValue, UnsendableError } from './protocol/wire-value.ts';
export type { AiSource } from './services/ai/ai-service.ts';
export { readAiFixture } from './services/ai/fixture.ts';
export {
  type FolderServices,
  type FolderServicesOptions,
  makeFolderServices,
} from './services/folder-services.ts';
export {
  runTestFile,
  type RunTestFileOptions,
  type TestFileResult,
  type TestResult,
} from './scripted/run-test-file.ts';
export type { TestFailure } from './scripted/test-run.ts';
export { languageQuestions, type LanguageQuestion } from './services/language-questions.ts';
export { ServiceError, type ServiceErrorCode } from './services/service-error.ts';
export type {
  CommandService,
  HostServices,
  ServiceEvents,
  ToastView,
  UiService,
  ViewNode,
  ViewPicture,
  ViewService,
  WebviewView,
} from './services/services.ts';
export type {
  LanguageProvider,
  ShownDiagnostic,
  ShownDiagnostics,
  TreeLine,
  TreeShown,
  VscodeService,
} from './services/vscode-service.ts';
export type { VscodeFacts } from './guest/vscode/extensions.ts';
export type { ProgramQuestion } from './services/system/system-service.ts';
