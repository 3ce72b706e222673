import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');

/** Typed for each element anew, but no members of its own. */
const LISTENERS: ReadonlySet<string> = new Set(['addEventListener', 'removeEventListener']);

let program: ts.Program | undefined;

const load = (): ts.Program => {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const { options } = ts.getParsedCommandLineOfConfigFile(join(ROOT, 'tsconfig.json'), {}, host) ?? {
    options: {},
  };
  return ts.createProgram([join(ROOT, 'src/elements.ts')], options);
};

const isOurs = (declaration: ts.Declaration): boolean =>
  declaration.getSourceFile().fileName.startsWith(join(ROOT, 'src'));

const isForPages = (declaration: ts.Declaration): boolean => {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  const isInternal = ts.getJSDocTags(declaration).some(({ tagName }) => tagName.text === 'internal');
  return (ts.getCombinedModifierFlags(declaration) & hidden) === 0 && !isInternal;
};

/**
 * What the compiler sees of a class of `src/elements.ts` from outside, by name: neither private nor protected, not marked
 * as internal, no callback of the browser's, and declared in our sources (so that what Lit and the browser bring is left out).
 */
export const publicMembers = (className: string): string[] => {
  program ??= load();
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(join(ROOT, 'src/elements.ts'));
  const module = source && checker.getSymbolAtLocation(source);
  const exported = module && checker.getExportsOfModule(module).find(({ name }) => name === className);
  if (!exported) throw new Error(`src/elements.ts does not export ${className}`);
  const original = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  return checker
    .getDeclaredTypeOfSymbol(original)
    .getProperties()
    .filter(({ name, declarations = [] }) => {
      const [declaration] = declarations;
      if (!declaration || !isOurs(declaration) || LISTENERS.has(name)) return false;
      return (
        !name.startsWith('#') &&
        !name.startsWith('__#') &&
        !name.endsWith('Callback') &&
        isForPages(declaration)
      );
    })
    .map(({ name }) => name)
    .sort();
};
