import md5 from 'crypto-js/md5.js';

/** MD5 as 32 lower-case hex characters, of the text's UTF-8 bytes. */
export const digest = (text: string): string => md5(text).toString();
