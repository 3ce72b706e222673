import type { Answer } from '../node/listener.js';
import { createSandbox } from '../sandbox/create-sandbox.js';
import { generateApp } from '../sandbox/generate-app.js';
import { answerSameOrigin } from '../sandbox/same-origin.js';
import type { AnsweredRequest } from '../sandbox/web/report.js';
import { createHandler } from '../server/create-handler.js';
import type { YdrzPluginOptions } from './plugin-options.js';

const lineOf = ({ exchange, sim, code, meaning, status }: AnsweredRequest): string =>
  `ydrz ${sim} ${exchange} ${code || `HTTP ${status}`} ${meaning}`.trimEnd();

/** Sandbox and server kit under one origin. */
export const createDevelopment = async ({
  path,
  log,
  appId,
  sims = [],
  faults = [],
  onLogin,
}: YdrzPluginOptions & { path: string; log: (line: string) => void }): Promise<Answer> => {
  const { app, server } = await generateApp(appId === undefined ? {} : { appId });
  const basePath = `${path}/sandbox`;
  const sandbox = createSandbox({
    ...{ apps: [app], sims, faults, basePath },
    onAnswer: (answered) => {
      if (answered.method !== 'OPTIONS') log(lineOf(answered));
    },
  });
  const login = createHandler({
    ...server,
    basePath: path,
    // A host that is nowhere: `fetch` below asks the sandbox in this very process.
    gateway: `http://sandbox.invalid${basePath}`,
    fetch: (input, init) => sandbox.fetch(new Request(input, init)),
    onLogin,
  });
  return (request) =>
    new URL(request.url).pathname.startsWith(`${basePath}/`)
      ? answerSameOrigin(sandbox, request, {
          origin: request.headers.get('origin') ?? undefined,
          referer: request.headers.get('referer') ?? undefined,
        })
      : login(request);
};
