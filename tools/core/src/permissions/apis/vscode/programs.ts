import { type Judgement, judge } from '../judgement.ts';

/** Parts of `vscode` that run programs, ask models and hold accounts. */
export const vscodePrograms: readonly Judgement[] = [
  judge(
    'system.exec',
    'Runs programs.',
    'tasks.executeTask ShellExecution ProcessExecution McpStdioServerDefinition',
  ),
  judge(
    'system.exec',
    'Starts programs to debug them, or talks to one that is debugged.',
    'debug.startDebugging debug.activeDebugConsole debug.registerDebugAdapterDescriptorFactory DebugAdapterExecutable DebugSession.customRequest',
  ),
  judge(
    'network',
    'Connects to a server.',
    'DebugAdapterServer DebugAdapterNamedPipeServer McpHttpServerDefinition',
  ),
  judge(
    'harmless',
    'Tells of tasks, and describes them. What a task runs is named by its execution.',
    'tasks.registerTaskProvider tasks.fetchTasks tasks.taskExecutions tasks.onDidStartTask tasks.onDidEndTask tasks.onDidStartTaskProcess tasks.onDidEndTaskProcess Task CustomExecution',
  ),
  judge(
    'harmless',
    'Tells of debugging, and of breakpoints.',
    'debug.stopDebugging debug.addBreakpoints debug.removeBreakpoints debug.asDebugSourceUri debug.activeDebugSession debug.breakpoints debug.onDidChangeActiveDebugSession debug.onDidStartDebugSession debug.onDidReceiveDebugSessionCustomEvent debug.onDidTerminateDebugSession debug.onDidChangeBreakpoints debug.activeStackItem debug.onDidChangeActiveStackItem debug.registerDebugConfigurationProvider debug.registerDebugAdapterTrackerFactory DebugAdapterInlineImplementation',
  ),
  judge(
    'ai.chat',
    'Asks models.',
    'lm.selectChatModels lm.onDidChangeChatModels LanguageModelChat.sendRequest',
  ),
  judge('ai.embed', 'Compares texts with a model.', 'lm.computeEmbeddings lm.embeddingModels'),
  judge('unresolved', 'Runs a tool of any extension, which may do anything.', 'lm.invokeTool'),
  judge(
    'harmless',
    'Offers tools, models and servers to the app.',
    'lm.registerTool lm.registerLanguageModelChatProvider lm.registerMcpServerDefinitionProvider lm.registerChatModelProvider lm.tools',
  ),
  judge(
    'harmless',
    'Answers in the chat. What is asked of the model of a request counts by itself.',
    'chat.createChatParticipant',
  ),
  judge('followed', 'Another extension: that of Git needs `git`.', 'extensions.getExtension'),
  judge(
    'unresolved',
    'What any extension offers to others, that of Git as well.',
    'Extension.exports Extension.activate',
  ),
  judge(
    'harmless',
    'Lists what is installed.',
    'extensions.all extensions.onDidChange extensions.allAcrossExtensionHosts',
  ),
  judge(
    'secrets',
    'Signs in, and gives tokens of accounts.',
    'authentication.getSession authentication.getAccounts authentication.getSessions',
  ),
  judge(
    'harmless',
    'Offers accounts of the extension, and tells of changes.',
    'authentication.registerAuthenticationProvider authentication.onDidChangeSessions',
  ),
  judge(
    'harmless',
    'Comments, tests, notebooks and source control in the user interface.',
    'comments tests notebooks scm',
  ),
];

/** The context that `activate` gets. */
export const contextJudgements: readonly Judgement[] = [
  judge('secrets', 'Stores and reads secrets.', 'secrets'),
  judge(
    'terminal',
    'Changes the variables that new terminals begin with.',
    'environmentVariableCollection.append environmentVariableCollection.prepend environmentVariableCollection.replace',
  ),
  judge(
    'harmless',
    'Facts of the extension, its state and its folders.',
    'subscriptions workspaceState globalState extensionUri extensionPath environmentVariableCollection asAbsolutePath storageUri storagePath globalStorageUri globalStoragePath logUri logPath extensionMode extension languageModelAccessInformation extensionRuntime messagePassingProtocol',
  ),
];
