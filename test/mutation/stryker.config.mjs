// Changes the sources in every small way, one at a time, and asks the Node tests beside them whether anybody notices.
const ROOMS = ['gateway', 'flow', 'server'];

/** Where nothing can be asked in Node: what these do is asked of browsers. */
const IN_BROWSERS = [
  'src/gateway/{append-script,cm,exchange,hop,jsonp,page-option,partner-carrier,token,user-information}.ts',
  'src/flow/{ahead,attempt,authorize-number,buy-token,connection,credentials,hosted-page,prefetch,retrieve*,run-login}.ts',
  'src/flow/official/**',
];

export default {
  plugins: ['@stryker-mutator/tap-runner'],
  testRunner: 'tap',
  tap: {
    testFiles: ROOMS.map((room) => `src/${room}/**/*.node.test.ts`),
    nodeArgs: ['--import', 'tsx', '-r', '{{hookFile}}', '--test-reporter=tap', '{{testFile}}'],
  },
  mutate: [
    ...ROOMS.map((room) => `src/${room}/**/*.ts`),
    ...['test', 'node.test'].map((kind) => `!src/**/*.${kind}.ts`),
    ...['types', 'index'].map((name) => `!src/**/${name}.ts`),
    ...IN_BROWSERS.map((files) => `!${files}`),
  ],
  // One core is left to whoever else works on the machine.
  concurrency: 1,
  timeoutMS: 20_000,
  ignorePatterns: ['dist', 'coverage', 'demo/pictures', 'test/frameworks/node_modules', '.pictures'],
  tempDirName: 'coverage/stryker',
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: 'coverage/mutation.json' },
  clearTextReporter: { allowColor: false, reportTests: false },
};
