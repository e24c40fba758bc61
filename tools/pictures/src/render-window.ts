import type { Scheme } from './photograph.ts';

/** Renders the frame of a window as HTML, for a browser or a terminal, with its content. */
export function renderWindow(
  content: string,
  { title, scheme }: { title: string; scheme: Scheme },
): string {
  return `<!doctype html>
<html class="${scheme}">
<meta charset="utf-8" />
<style>${style}</style>
<main>
  <header><i></i><i></i><i></i><span>${title}</span></header>
  ${content}
</main>
</html>`;
}

const style = `
  .light { --paper: #fff; --ink: #1f2328; --soft: #656d76; --edge: #d5d9df; --bar: #f1f2f4;
    --green: #12793b; --yellow: #8a5d00; --red: #c0222e; --cyan: #0f6f78; --blue: #0b5fcc; }
  .dark { --paper: #12151b; --ink: #dfe4ec; --soft: #8d96a5; --edge: #363d49; --bar: #1c2028;
    --green: #6fdc95; --yellow: #f0c75e; --red: #ff7b72; --cyan: #70dfe6; --blue: #79b8ff; }
  body { margin: 0; background: transparent; font: 13px var(--sans); }
  main { box-sizing: border-box; width: 100%; overflow: hidden; color: var(--ink);
    background: var(--paper); border: 1px solid var(--edge); border-radius: 12px; }
  header { display: grid; grid-template-columns: repeat(3, 12px) 1fr 52px; gap: 8px; align-items: center;
    padding: 11px 16px; background: var(--bar); border-bottom: 1px solid var(--edge); }
  header i { width: 12px; height: 12px; border-radius: 50%; background: var(--edge); }
  header span { text-align: center; color: var(--soft); }
  img { display: block; width: 100%; }
  pre { margin: 0; padding: 22px 26px 26px; font: 16px/1.7 var(--mono); font-variant-ligatures: none; }
  .ansi-green-fg { color: var(--green); }
  .ansi-yellow-fg { color: var(--yellow); }
  .ansi-red-fg { color: var(--red); }
  .ansi-cyan-fg { color: var(--cyan); }
  .ansi-blue-fg { color: var(--blue); }
  .cursor { background: var(--soft); }
`;
