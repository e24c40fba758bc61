import { type ApiJudgement, judgeApi } from '../judgement.ts';

/** Parts of `vscode` that run programs, ask models and hold accounts. */
export const vscodePrograms: readonly ApiJudgement[] = [
  judgeApi(
    'system.exec',
    'Runs programs.',
    'tasks.executeTask ShellExecution ProcessExecution McpStdioServerDefinition',
  ),
  judgeApi(
    'system.exec',
    'Starts programs to debug them, or talks to one that is debugged.',
    'debug.startDebugging debug.activeDebugConsole debug.registerDebugAdapterDescriptorFactory DebugAdapterExecutable DebugSession.customRequest',
  ),
  judgeApi(
    'network',
    'Connects to a server.',
    'DebugAdapterServer DebugAdapterNamedPipeServer McpHttpServerDefinition',
  ),
  judgeApi(
    'harmless',
    'Tells of tasks, and describes them. What a task runs is named by its execution.',
    'tasks.registerTaskProvider tasks.fetchTasks tasks.taskExecutions tasks.onDidStartTask tasks.onDidEndTask tasks.onDidStartTaskProcess tasks.onDidEndTaskProcess Task CustomExecution',
  ),
  judgeApi(
    'harmless',
    'Tells of debugging, and of breakpoints.',
    'debug.stopDebugging debug.addBreakpoints debug.removeBreakpoints debug.asDebugSourceUri debug.activeDebugSession debug.breakpoints debug.onDidChangeActiveDebugSession debug.onDidStartDebugSession debug.onDidReceiveDebugSessionCustomEvent debug.onDidTerminateDebugSession debug.onDidChangeBreakpoints debug.activeStackItem debug.onDidChangeActiveStackItem debug.registerDebugConfigurationProvider debug.registerDebugAdapterTrackerFactory DebugAdapterInlineImplementation',
  ),
  judgeApi(
    'ai.chat',
    'Asks models.',
    'lm.selectChatModels lm.onDidChangeChatModels LanguageModelChat.sendRequest',
  ),
  judgeApi('ai.embed', 'Compares texts with a model.', 'lm.computeEmbeddings lm.embeddingModels'),
  judgeApi('unresolved', 'Runs a tool of any extension, which may do anything.', 'lm.invokeTool'),
  judgeApi(
    'harmless',
    'Offers tools, models and servers to the app.',
    'lm.registerTool lm.registerLanguageModelChatProvider lm.registerMcpServerDefinitionProvider lm.registerChatModelProvider lm.tools',
  ),
  judgeApi(
    'harmless',
    'Answers in the chat. What is asked of the model of a request counts by itself.',
    'chat.createChatParticipant',
  ),
  judgeApi('followed', 'Another extension: that of Git needs `git`.', 'extensions.getExtension'),
  judgeApi(
    'unresolved',
    'What any extension offers to others, that of Git as well.',
    'Extension.exports Extension.activate',
  ),
  judgeApi(
    'harmless',
    'Lists what is installed.',
    'extensions.all extensions.onDidChange extensions.allAcrossExtensionHosts',
  ),
  judgeApi(
    'secrets',
    'Signs in, and gives tokens of accounts.',
    'authentication.getSession authentication.getAccounts authentication.getSessions',
  ),
  judgeApi(
    'harmless',
    'Offers accounts of the extension, and tells of changes.',
    'authentication.registerAuthenticationProvider authentication.onDidChangeSessions',
  ),
  judgeApi(
    'harmless',
    'Comments, tests, notebooks and source control in the user interface.',
    'comments tests notebooks scm',
  ),
];

/** The context that `activate` gets. */
export const contextJudgements: readonly ApiJudgement[] = [
  judgeApi('secrets', 'Stores and reads secrets.', 'secrets'),
  judgeApi(
    'terminal',
    'Changes the variables that new terminals begin with.',
    'environmentVariableCollection.append environmentVariableCollection.prepend environmentVariableCollection.replace',
  ),
  judgeApi(
    'harmless',
    'Facts of the extension, its state and its folders.',
    'subscriptions workspaceState globalState extensionUri extensionPath environmentVariableCollection asAbsolutePath storageUri storagePath globalStorageUri globalStoragePath logUri logPath extensionMode extension languageModelAccessInformation extensionRuntime messagePassingProtocol',
  ),
];
