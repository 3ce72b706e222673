import { fail, ok, warn, type Finding } from './finding.js';

const CHECK = 'clock';
/** Milliseconds that a request's timestamp may be off before the service refuses it. */
const TOLERANCE = 10 * 60_000;
/** Milliseconds from which on the doctor warns. */
const NOTICE = 60_000;

const spoken = (milliseconds: number): string => {
  const seconds = Math.round(Math.abs(milliseconds) / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
};

/** This machine's clock against the service's `Date`. */
export const checkClock = async (
  gateway: string,
  { signal, now = Date.now }: { signal: AbortSignal; now?: () => number },
): Promise<Finding> => {
  const asked = await fetch(gateway, { method: 'HEAD', redirect: 'manual', signal }).catch(
    (error: unknown) => error,
  );
  if (!(asked instanceof Response)) {
    return fail(CHECK, `${gateway} does not answer: check the address, the network and the proxy`);
  }
  const date = Date.parse(asked.headers.get('date') ?? '');
  if (Number.isNaN(date))
    return warn(CHECK, `${gateway} does not say what time it is: compare the clock yourself`);
  const off = now() - date;
  const where = off > 0 ? 'ahead of' : 'behind';
  if (Math.abs(off) > TOLERANCE) {
    return fail(
      CHECK,
      `this machine is ${spoken(off)} ${where} the service, which refuses more than 10 min: set the clock (NTP)`,
    );
  }
  if (Math.abs(off) > NOTICE) {
    return warn(
      CHECK,
      `this machine is ${spoken(off)} ${where} the service: set the clock (NTP) before it is 10 min`,
    );
  }
  return ok(CHECK, `within ${spoken(Math.max(Math.abs(off), 1000))} of the service`);
};
