import { AnsiUp } from 'ansi_up';

/** Renders a terminal after a command has ended, as HTML. @param printed output with ANSI escape codes */
export function renderTerminal(command: string, printed: string): string {
  const ansi = new AnsiUp();
  ansi.use_classes = true;
  ansi.faintStyle = 'opacity:0.65';
  const prompt = '\u001B[32m$\u001B[0m';
  const text = `${prompt} \u001B[1m${command}\u001B[0m\n${printed.trimEnd()}\n${prompt} `;
  return `<pre>${ansi.ansi_to_html(text)}<span class="cursor"> </span></pre>`;
}
