/** What the official script was seen to send and to call back: `official-wire.json`. `<…>` stands for a value made anew. */
export interface OfficialWire {
  requests: Record<string, OfficialRequest>;
  /** By SIM and presentation: the names of the requests, in order. */
  asked: Record<string, Record<string, string>>;
  /** By name: callbacks, in order. */
  sequences: Record<string, [callback: string, result: Record<string, unknown>][]>;
  /** By SIM and presentation: the name of the sequence. */
  callbacks: Record<string, Record<string, string>>;
}

export interface OfficialRequest {
  method: string;
  host: string;
  path: string;
  query?: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body?: Record<string, string>;
}

const isOfficialWire = (value: unknown): value is OfficialWire =>
  typeof value === 'object' &&
  value !== null &&
  ['requests', 'asked', 'sequences', 'callbacks'].every((key) => key in value);

/** @throws {TypeError} for another text. */
export const parseOfficialWire = (text: string): OfficialWire => {
  const value: unknown = JSON.parse(text);
  if (!isOfficialWire(value)) throw new TypeError('Not the list of what the official script sends');
  return value;
};

/** The presentations, and what getTokenInfo and CustomControlsInit are told for each. */
export const PRESENTATIONS = {
  '0': { authPageType: '0' },
  '1': { authPageType: '1' },
  '2 without mask': { authPageType: '2', layerOptions: {} },
  '2 with mask': { authPageType: '2', layerOptions: { maskStyle: { ifShowMask: true } } },
  '3': { authPageType: '3' },
} as const satisfies Record<string, { authPageType: string; layerOptions?: object }>;

export type Presentation = keyof typeof PRESENTATIONS;
