// The server kit's own tests once more, with the kit as it is published.
process.env['SERVER_KIT'] = 'package';

for (const name of [
  'create-credentials',
  'create-handler',
  'login-failure',
  'login-report',
  'private-key',
  'request-origin',
  'settings',
  'validate-token',
]) {
  await import(`../../src/server/${name}.node.test.js`);
}

export {};
