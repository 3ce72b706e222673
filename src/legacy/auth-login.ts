import { YdrzError } from '../codes/ydrz-error.js';
import { connectionType } from '../flow/connection.js';
import type { AuthLogin } from '../flow/official/official-interface.js';
import { FACADE } from '../flow/official/official-script.js';
import { attempt } from '../flow/attempt.js';
import { authorizeNumber } from '../flow/authorize-number.js';
import { buyToken } from '../flow/buy-token.js';
import { retrieveNumber, type Retrieved } from '../flow/retrieve-number.js';
import type { LoginObserver, LoginOrder } from '../flow/types.js';
import { throwIfEnded } from '../gateway/failures.js';
import { randomHex } from '../gateway/random-hex.js';
import { isHosted } from '../login/page-source.js';
import { readLayerOptions } from '../options/read-options.js';
import {
  errorObject,
  layerComplete,
  layerLoaded,
  numberSuccess,
  refusal,
  tokenSuccess,
} from './callback-objects.js';
import { LegacyAuthorizer } from './legacy-authorizer.js';
import { legacyRun, type LegacyRun } from './legacy-run.js';
import { numberFor } from './level5.js';
import { notify } from './notify.js';
import { orderFrom, traceIdOf, type LegacySettings } from './read-request.js';
import { asFields, textAt } from '../incoming/fields.js';
import { inTime } from '../incoming/in-time.js';

/** Where the one login of a page stands. */
type Progress =
  | { state: 'idle' }
  | { state: 'running'; run: LegacyRun; before: Progress }
  /** Level 5: the page asks the user itself, and calls authGetToken then. */
  | { state: 'retrieved'; retrieved: Retrieved };

interface Outcome {
  result: object;
  next: Progress;
}

const CUSTOM_POPUP = '2';
const NO_SCREEN = '5';

/** The service's own page, whose code few pages need. */
const hostedFor = async (order: LoginOrder, pageOptions: unknown, signal: AbortSignal) => {
  const { LegacyHosted } = await inTime(import('./legacy-hosted.js'), order.timeout, signal);
  return new LegacyHosted(order, pageOptions);
};

/** The documented interface over the flow: one login at a time, as the official script has it. */
export const createAuthLogin = (settings: LegacySettings = {}): AuthLogin => {
  let progress: Progress = { state: 'idle' };
  let layer: { containerId: string; options: unknown } | undefined;
  let pageOptions: unknown = null;

  const end = (): void => {
    if (progress.state !== 'running') return;
    const { run, before } = progress;
    progress = before;
    run.end();
  };

  /** What runs and can still come to something. */
  const running = (): LegacyRun | undefined => {
    if (progress.state === 'running' && progress.run.screen?.lost) end();
    return progress.state === 'running' ? progress.run : undefined;
  };

  const start = async (
    run: LegacyRun,
    order: LoginOrder,
    work: (observer: LoginObserver) => Promise<Outcome>,
  ): Promise<void> => {
    const before = progress;
    progress = { state: 'running', run, before };
    const move = (next: Progress) => {
      if (progress.state === 'running' && progress.run === run) progress = next;
    };
    try {
      const { result, next } = await attempt(order, {}, run.signal, work);
      throwIfEnded(run.signal, 'token');
      move(next);
      run.succeed(result);
    } catch (error) {
      if (!(error instanceof YdrzError)) throw error;
      move(before);
      run.fail(errorObject(error, run.msgId));
    }
  };

  /** @throws {YdrzError} 505 for a custom popup that nobody has described. */
  const screenFor = (
    { authPageType = '' }: LoginOrder,
    run: LegacyRun,
    layerCallback: unknown,
  ): LegacyAuthorizer => {
    const custom = authPageType === CUSTOM_POPUP;
    if (custom && !layer) throw refusal('505');
    const { containerId, options } = layer ?? { containerId: '', options: null };
    // Without warnings: the screen reads the options again, and warns.
    const { masked } = readLayerOptions(options, { warn: () => undefined }).values;
    const manual = custom && !masked;
    return new LegacyAuthorizer({
      ...{ authPageType, manual, containerId, layerOptions: options, pageOptions },
      onOpen(msgId) {
        if (manual) run.progress(layerLoaded(msgId));
      },
      onInputComplete(msgId) {
        if (manual) notify(layerCallback, layerComplete(msgId));
      },
    });
  };

  const login: AuthLogin = {
    getTokenInfo(request) {
      if (running()) return;
      const { data: given, success, error, layerCallback } = asFields(request);
      const data = asFields(given);
      const order = orderFrom(data, settings);
      const run = legacyRun(traceIdOf(data), { success, error });
      void start(run, order, async (observer) => {
        if (connectionType() === 'wifi') throw refusal('504');
        const hosted = isHosted(settings.pageSource, order.authPageType);
        const screen = hosted
          ? await hostedFor(order, pageOptions, run.signal)
          : screenFor(order, run, layerCallback);
        run.screen = screen;
        try {
          const retrieved = await retrieveNumber(order, observer, run.signal);
          try {
            if (retrieved.retrieval.authLevel === NO_SCREEN) {
              return { result: numberSuccess(retrieved), next: { state: 'retrieved', retrieved } };
            }
            const token = await authorizeNumber(retrieved, screen, observer, run.signal, (digits) =>
              buyToken(retrieved, digits, run.signal),
            );
            return { result: tokenSuccess(token), next: { state: 'idle' } };
          } finally {
            retrieved.dropPageOption?.();
          }
        } finally {
          screen.close();
        }
      });
    },

    authGetToken(request) {
      if (running()) return;
      const { data: given, success, error } = asFields(request);
      const data = asFields(given);
      const order = orderFrom(data, settings);
      const kept = progress.state === 'retrieved' ? progress.retrieved : undefined;
      const run = legacyRun(traceIdOf(data), { success, error });
      void start(run, order, async ({ onState }) => {
        onState?.('exchanging', run.msgId);
        const token = await buyToken(numberFor(data, order, kept), textAt(data, 'maskVal'), run.signal);
        return { result: tokenSuccess(token), next: { state: 'idle' } };
      });
    },

    authGetTokenByLayer(success, error) {
      const callbacks = typeof success === 'object' ? asFields(success) : { success, error };
      const run = running();
      if (run?.screen?.busy) return;
      const refused = run?.screen ? run.screen.submit() : refusal('507');
      if (!refused) run?.answerTo(callbacks);
      else {
        queueMicrotask(() => {
          notify(callbacks.error, errorObject(refused, run?.msgId ?? ''));
        });
      }
    },

    endGetToken: end,

    getConnection(appId) {
      const msgid =
        progress.state === 'running'
          ? progress.run.msgId
          : progress.state === 'retrieved'
            ? progress.retrieved.parameters.traceId
            : randomHex(16);
      return { appid: appId ?? '', msgid, netType: connectionType() };
    },

    CustomControlsInit(containerId, options) {
      layer =
        typeof containerId === 'string'
          ? { containerId, options }
          : { containerId: '', options: options ?? containerId };
    },

    authPageInit(options) {
      pageOptions = options;
    },
  };
  return Object.defineProperty(login, FACADE, { value: true });
};
