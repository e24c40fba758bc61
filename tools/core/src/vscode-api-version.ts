/** Version of VS Code whose API the app offers to VS Code-compatible extensions; `engines.vscode` is compared with it. */
export const vscodeApiVersion = '1.140.0';
