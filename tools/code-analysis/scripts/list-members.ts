import { readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * Lists the members of an API from its type declarations, a line each, for the test that every one of them is
 * judged: `node list-members.ts DECLARATIONS VERSION FILE [MODULE]`.
 *
 * @example
 *   npm pack @types/vscode@1.140.0 && tar -xzf types-vscode-1.140.0.tgz && node list-members.ts \
 *   vscode/index.d.ts '@types/vscode 1.140.0' vscode-members.txt vscode
 */
const [declarations = '', version = '', file = '', module = ''] = process.argv.slice(2);
readFileSync(declarations);
const program = ts.createProgram([declarations], {
  types: [],
  skipLibCheck: true,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
});
const checker = program.getTypeChecker();
const source = program.getSourceFile(declarations);
const root =
  checker.getAmbientModules().find(({ name }) => name === `"${module}"`) ??
  (source && checker.getSymbolAtLocation(source));
if (root === undefined) throw new Error(`${declarations} declares no module.`);
const lines = namesOf(root, '');
writeFileSync(file, [`# ${version}`, ...new Set(lines.toSorted()), ''].join('\n'));

function namesOf(of: ts.Symbol, before: string): string[] {
  return checker.getExportsOfModule(of).flatMap((exported) => {
    const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
    const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
    const name = `${before}${exported.name}`;
    const isNamespace = (symbol.flags & ts.SymbolFlags.ValueModule) !== 0;
    const inside = isNamespace ? namesOf(symbol, `${name}.`) : [];
    if ((symbol.flags & (ts.SymbolFlags.Value | ts.SymbolFlags.Interface)) === 0) return inside;
    const isType = (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) !== 0;
    const type = isType ? checker.getDeclaredTypeOfSymbol(symbol) : checker.getTypeOfSymbol(symbol);
    // functions and texts have members of the language
    const isOwn = isType || (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
    const members = isOwn ? type.getProperties() : [];
    const own = members
      .filter((member) => !member.name.startsWith('__@') && isDeclaredHere(member))
      .map((member) => `${name}.${member.name}`);
    // a namespace is judged by its members
    const isMoreThanThat =
      (symbol.flags & ~ts.SymbolFlags.ValueModule & ts.SymbolFlags.Value) !== 0;
    return [...(isNamespace && !isMoreThanThat ? [] : [name]), ...inside, ...own];
  });
}

/** True for a member that the API declares; those of the language and of React are the same everywhere. */
function isDeclaredHere(member: ts.Symbol): boolean {
  return (member.declarations ?? []).some((each) => each.getSourceFile() === source);
}
