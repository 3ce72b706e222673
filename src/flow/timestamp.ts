/** 17 digits, `yyyyMMddHHmmssSSS`; the documented form of every timestamp. */
const SHAPE = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})$/;

export const isTimestamp = (text: string): boolean => SHAPE.test(text);

/** The digits of a moment in milliseconds since 1970; fractions of them are dropped. */
const timestampOf = (moment: number): string => new Date(moment).toISOString().replace(/\D/g, '');

/**
 * A timestamp some milliseconds after another one; what is no moment, such as one of a 13th month, comes back as it is.
 *
 * Requests after retrieval carry the business server's time plus what has passed since, so that a phone whose
 * clock or time zone is off can log in all the same.
 */
export const later = (timestamp: string, milliseconds: number): string => {
  const moment = Date.parse(timestamp.replace(SHAPE, '$1-$2-$3T$4:$5:$6.$7Z'));
  return moment ? timestampOf(moment + milliseconds) : timestamp;
};

/** 17 digits of China's clock, for a request that no business server has given a time for. */
export const chinaTimestamp = (now: number): string => timestampOf(now + 8 * 3_600_000);
