/** A page as the doctor has fetched it. */
export interface FetchedPage {
  /** Where it came from in the end. */
  url: URL;
  status: number;
  headers: Headers;
  /** Its meta elements: name or http-equiv in lower case, and content. */
  metas: readonly (readonly [name: string, content: string])[];
}

const PAGE_LIMIT = 2 * 1024 * 1024;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&#x27;', "'"],
  ['&apos;', "'"],
]);

const attribute = (tag: string, name: string): string | undefined => {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  return value?.replace(/&\w+;|&#\w+;/g, (entity) => ENTITIES.get(entity) ?? entity);
};

/** The meta elements of a document, without those in comments and scripts. */
const metasIn = (html: string): [name: string, content: string][] =>
  [...html.replace(/<!--.*?-->|<script\b.*?<\/script>/gis, '').matchAll(/<meta\b[^>]*>/gi)].flatMap(
    ([tag]) => {
      const name = attribute(tag, 'http-equiv') ?? attribute(tag, 'name');
      const content = attribute(tag, 'content');
      return name === undefined || content === undefined ? [] : [[name.toLowerCase(), content]];
    },
  );

/** @throws what fetch throws. */
export const fetchPage = async (address: URL, signal: AbortSignal): Promise<FetchedPage> => {
  const response = await fetch(address, { signal, headers: { accept: 'text/html' } });
  const html = (await response.text()).slice(0, PAGE_LIMIT);
  const { status, headers } = response;
  return { url: new URL(response.url), status, headers, metas: metasIn(html) };
};
