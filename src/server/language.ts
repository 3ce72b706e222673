/** A sentence in both of the languages that the kit speaks. */
export interface Sentence {
  zh: string;
  en: string;
}

/** Chinese for every language but English. */
export const inLanguage = ({ zh, en }: Sentence, language = 'zh-CN'): string =>
  /^en\b/i.test(language) ? en : zh;
