/** 32 random hex characters. */
export const createTraceId = (): string => crypto.randomUUID().replaceAll('-', '');
