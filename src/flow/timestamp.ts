/** 17 digits, `yyyyMMddHHmmssSSS`; the documented form of every timestamp. */
const SHAPE = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})$/;

export const isTimestamp = (text: string): boolean => SHAPE.test(text);

/**
 * A timestamp some milliseconds after another one.
 *
 * Requests after retrieval carry the business server's time plus what has passed since, so that a phone whose
 * clock or time zone is off can log in all the same.
 */
export const later = (timestamp: string, milliseconds: number): string => {
  const [, year = '', month, day, hour, minute, second, fraction] = SHAPE.exec(timestamp) ?? [];
  if (!year) return timestamp;
  const [monthIndex, ...rest] = [Number(month) - 1, day, hour, minute, second, fraction].map(Number);
  const [d = 1, h = 0, m = 0, s = 0, f = 0] = rest;
  const moment = Date.UTC(Number(year), monthIndex ?? 0, d, h, m, s, f) + Math.round(milliseconds);
  return new Date(moment).toISOString().replace(/\D/g, '');
};

/** 17 digits of China's clock, for a request that no business server has given a time for. */
export const chinaTimestamp = (now: number): string =>
  new Date(now + 8 * 3_600_000).toISOString().replace(/\D/g, '');
