import { join } from 'node:path';
import ts from 'typescript';
import packageJson from '../../package.json' with { type: 'json' };

/** One field of an interface that people fill in or read. */
interface Field {
  name: string;
  type: string;
  optional: boolean;
  /** Its documentation, in English. */
  description: string;
}

/** An interface that an entry of the package exports. */
interface PublishedInterface {
  /** What it is imported from, such as `ydrz-elements/server`. */
  entry: string;
  name: string;
  description: string;
  fields: Field[];
}

/** The entries whose options are interfaces: a manifest describes elements only. */
const ENTRIES = ['server', 'sandbox', 'vite', 'testing'] as const;

const declarationsOf = (entry: string): string => {
  const target: unknown = Reflect.get(packageJson.exports, `./${entry}`);
  if (typeof target === 'object' && target && 'types' in target && typeof target.types === 'string')
    return target.types;
  throw new Error(`package.json does not say where the types of ${entry} are`);
};

const documentation = (symbol: ts.Symbol, checker: ts.TypeChecker): string =>
  ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s+/g, ' ').trim();

const fieldOf = (symbol: ts.Symbol, checker: ts.TypeChecker): Field => {
  const [declaration] = symbol.declarations ?? [];
  const type = declaration && checker.getTypeOfSymbolAtLocation(symbol, declaration);
  return {
    name: symbol.name,
    type: type ? checker.typeToString(type, declaration, ts.TypeFormatFlags.NoTruncation) : '',
    optional: Boolean(symbol.flags & ts.SymbolFlags.Optional),
    description: documentation(symbol, checker),
  };
};

/** The interfaces of the server's and the tools' entries, from the published declarations. */
export function publishedInterfaces(rootDir: string): PublishedInterface[] {
  const declarations = new Map(ENTRIES.map((entry) => [entry, join(rootDir, declarationsOf(entry))]));
  const program = ts.createProgram([...declarations.values()], {
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
  });
  const checker = program.getTypeChecker();
  return [...declarations].flatMap(([entry, file]) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`${file} is not there: build the declarations first`);
    return checker.getExportsOfModule(module).flatMap((exported) => {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      if (!(symbol.flags & ts.SymbolFlags.Interface)) return [];
      const fields = checker
        .getDeclaredTypeOfSymbol(symbol)
        .getProperties()
        .map((field) => fieldOf(field, checker));
      return [
        {
          entry: `ydrz-elements/${entry}`,
          name: symbol.name,
          description: documentation(symbol, checker),
          fields,
        },
      ];
    });
  });
}
