import type { TestRunnerPlugin } from '@web/test-runner';
import { startScriptedService } from './scripted-service.js';

/** Where the conformance suite learns the scripted service's address. */
const ADDRESS = '/scripted-service.json';

/** The service that answers each case of the conformance suite what the case says. */
export function scriptedService(): TestRunnerPlugin {
  let service: Awaited<ReturnType<typeof startScriptedService>> | undefined;
  return {
    name: 'scripted-service',
    async serverStart() {
      service = await startScriptedService();
    },
    async serverStop() {
      await service?.close();
    },
    serve({ path }) {
      if (path !== ADDRESS || !service) return undefined;
      return { body: JSON.stringify({ url: service.url }), type: 'json' };
    },
  };
}
