import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestRunnerPlugin } from '@web/test-runner';
import { transform } from 'esbuild';

const COMPILER_OPTIONS = { useDefineForClassFields: true, verbatimModuleSyntax: true, target: 'es2022' };

/** Transforms our own TypeScript only: a general plugin would also re-transform axe-core and the like on every run. */
export function typescriptPlugin(rootDir: string): TestRunnerPlugin {
  return {
    name: 'typescript',
    resolveImport({ source, context }) {
      // It is CommonJS; the build makes ES modules of what pages need of it.
      if (source.startsWith('crypto-js/')) return `/dist/${source}`;
      if (!/^\.{1,2}\/.*\.js$/.test(source) || context.path.includes('/node_modules/')) return undefined;
      const typescriptSource = source.replace(/\.js$/, '.ts');
      const file = join(rootDir, dirname(context.path), typescriptSource);
      return existsSync(file) ? typescriptSource : undefined;
    },
    resolveMimeType(context) {
      return context.path.endsWith('.ts') ? 'js' : undefined;
    },
    async transform(context) {
      if (!context.path.endsWith('.ts') || typeof context.body !== 'string') return undefined;
      const { code } = await transform(context.body, {
        loader: 'ts',
        target: 'es2022',
        sourcefile: context.path,
        sourcemap: 'inline',
        tsconfigRaw: { compilerOptions: COMPILER_OPTIONS },
      });
      return { body: code };
    },
  };
}
