const SHAPE = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})$/;
const CHINA_AHEAD = 8 * 60 * 60 * 1000;
const TOLERANCE = 10 * 60 * 1000;

type DateFields = [
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  ms: number,
];

const fieldsOf = (timestamp: string): DateFields | undefined => {
  const match = SHAPE.exec(timestamp);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, ms] = match.map(Number);
  const fields: DateFields = [
    year ?? 0,
    (month ?? 0) - 1,
    day ?? 0,
    hour ?? 0,
    minute ?? 0,
    second ?? 0,
    ms ?? 0,
  ];
  // Date takes the 31st of February for the 3rd of March; a timestamp may not.
  return format(new Date(Date.UTC(...fields))) === timestamp ? fields : undefined;
};

/** The date's UTC fields as 17 digits. */
const format = (date: Date): string => date.toISOString().replace(/\D/g, '');

/** 17 digits, `yyyyMMddHHmmssSSS`, of China's clock. */
export const chinaTimestamp = (now: number): string => format(new Date(now + CHINA_AHEAD));

/**
 * Is it 17 digits that make a time within 10 minutes of now? China time counts, and so does the local time of the machine
 * that the simulation runs on: pages written for the official script take the browser's own clock, whatever its zone,
 * and in the simulation the browser sits on the same machine.
 */
export const isTimely = (timestamp: string, now: number): boolean => {
  const fields = fieldsOf(timestamp);
  if (!fields) return false;
  const readings = [Date.UTC(...fields) - CHINA_AHEAD, new Date(...fields).getTime()];
  return readings.some((reading) => Math.abs(reading - now) <= TOLERANCE);
};
