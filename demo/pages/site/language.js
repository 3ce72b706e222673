// The site speaks Chinese and English: `lang` in the address wins over what was chosen before, and that over the
// browser's language (see root.js).

/** `zh-CN` or `en`. */
export const language = document.documentElement.lang;

/** Whichever of two texts is in the site's language. */
export const say = (zh, en) => (language === 'en' ? en : zh);

/** Show this page in another language, and the next ones too. */
export const speak = (other) => {
  try {
    localStorage.setItem('ydrz-site-language', other);
  } catch {
    // The address says it as well.
  }
  const address = new URL(location.href);
  address.searchParams.set('lang', other);
  location.replace(address);
};
