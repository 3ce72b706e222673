/** No circle among the files of `src`, types included; which room may import from which is said in eslint.config.mjs. */
export default {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'What two files need of each other belongs into a third, or into one of them.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
  ],
  options: {
    // Types count too: they tie files together as code does.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.ts$' },
  },
};
