import { digest } from './digest.js';

/** Base64 of a text's UTF-8 bytes; `btoa` alone takes Latin-1 only. */
const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/**
 * The browser fingerprint that ties an accessToken and a token to one browser.
 *
 * It holds the platform, the first 100 characters of the user agent, and the MD5 of: platform, user agent,
 * language, languages, screen size and depth, pixel ratio, processor count, touch points, time zone offset and
 * whether cookies are on. Nothing is stored and nothing is drawn to tell browsers apart. The service only
 * compares it with what token validation sends, so it is to be passed on exactly as it is.
 */
export const userInformation = (): string => {
  const { platform, userAgent, language, languages, hardwareConcurrency, maxTouchPoints, cookieEnabled } =
    navigator;
  const properties = [
    platform,
    userAgent,
    language,
    languages.join(','),
    screen.width,
    screen.height,
    screen.colorDepth,
    devicePixelRatio,
    hardwareConcurrency,
    maxTouchPoints,
    new Date().getTimezoneOffset(),
    cookieEnabled,
  ];
  return encodeURIComponent(
    base64([platform, userAgent.slice(0, 100), digest(properties.join('@@'))].join('@@')),
  );
};
