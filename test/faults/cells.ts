import type { Fault, FaultKind } from 'ydrz-elements/sandbox';

/** One request of a login, or one file of ours, that can go wrong. */
export interface Hop {
  name: string;
  /** In words, for the documentation. */
  meaning: string;
  /** The SIM whose login comes this way. */
  sim: string;
  /** How many requests come before it, for the fault that cuts the connection from here on. */
  before: number;
  authPageType?: '1';
  /** The hosted page in place of our own screen. */
  hosted?: true;
  /** How a login ends whose request here does not come through: the code and the phase of its error, or `token`. */
  lost: string;
  /** How a login ends when this is answered with an undocumented return code. */
  refused: string;
  /** The phase that a login is in while this is on its way. */
  phase: string;
}

const CT = { sim: 'ct', lost: '103111 retrieval', refused: '999999 retrieval', phase: 'retrieval' };
const CU = { ...CT, sim: 'cu' };
/** The carrier has recognised the number by then, so that its failure is the login's. */
const OWNED = { lost: '500 retrieval' };
const LOADED = { sim: 'cm', refused: 'token', phase: 'credentials' };

/** In the order of a login. */
export const HOPS: readonly Hop[] = [
  { name: 'chunk', meaning: 'the code of a login', before: 0, lost: '500 credentials', ...LOADED },
  {
    ...{ name: 'credentials', meaning: 'the business server’s signature', sim: 'cm', before: 0 },
    ...{ lost: '500 credentials', refused: 'token', phase: 'credentials' },
  },
  {
    ...{ name: 'cm', meaning: 'China Mobile', sim: 'cm', before: 1 },
    ...{ lost: '500 retrieval', refused: '999999 retrieval', phase: 'retrieval' },
  },
  { name: 'ct-phonescrip', meaning: 'China Telecom 1: address of the gateway', before: 2, ...CT },
  { name: 'ct-script', meaning: 'China Telecom 2: the gateway’s script', before: 3, ...CT },
  { name: 'ct-callback', meaning: 'China Telecom 3: the masked number', before: 4, ...CT, ...OWNED },
  { name: 'cu-phonescrip', meaning: 'China Unicom 1: address of the gateway', before: 4, ...CU },
  { name: 'cu-script', meaning: 'China Unicom 2: the gateway’s script', before: 5, ...CU },
  { name: 'cu-callback', meaning: 'China Unicom 3: the masked number', before: 6, ...CU, ...OWNED },
  {
    ...{
      name: 'page-option',
      meaning: 'the standard popup’s look',
      sim: 'cm',
      before: 2,
      authPageType: '1' as const,
    },
    ...{ lost: 'token', refused: 'token', phase: 'authorization' },
  },
  {
    name: 'screen-chunk',
    meaning: 'the code of the screen',
    before: 0,
    ...LOADED,
    lost: '500 authorization',
  },
  {
    ...{
      name: 'hosted-page',
      meaning: 'the service’s own page',
      sim: 'cm',
      before: 2,
      hosted: true as const,
    },
    // Nothing comes of a page that does not load; the user closes it.
    ...{ lost: '501 authorization', refused: 'token', phase: 'authorization' },
  },
  {
    ...{ name: 'token', meaning: 'the token', sim: 'cm', before: 2 },
    ...{ lost: '103005 token', refused: '999999 token', phase: 'token' },
  },
];

/** What happens in the page while the hop is on its way. */
export type Happening = 'clock' | 'hidden' | 'moved' | 'removed' | 'attributes' | 'click' | 'abort';

/** One way in which things go wrong. */
export interface Trouble {
  name: string;
  meaning: string;
  /** What the other side does. */
  fault?: Omit<Fault, 'exchange'>;
  /** What happens in the page. */
  happening?: Happening;
  /** From this hop on nothing gets through at all. */
  offline?: true;
  /** Only a carrier's script can do it. */
  scripts?: true;
}

/** Milliseconds for one request in cells that end by it, and how long an answer takes that comes too late. */
export const LIMIT = 1500;
export const TOO_LATE = 4000;

export const TROUBLES: readonly Trouble[] = [
  { name: 'refused', meaning: 'connection refused', fault: { kind: 'refused' } },
  { name: 'reset', meaning: 'reset in mid-body', fault: { kind: 'reset' } },
  { name: 'timeout', meaning: 'no answer in time', fault: { kind: 'timeout' } },
  { name: 'drip', meaning: 'slow drip', fault: { kind: 'drip' } },
  { name: '404', meaning: 'status 404', fault: { kind: 'status', status: 404 } },
  { name: '500', meaning: 'status 500', fault: { kind: 'status', status: 500 } },
  { name: 'empty', meaning: 'empty body', fault: { kind: 'empty' } },
  { name: 'html', meaning: 'an HTML page', fault: { kind: 'html' } },
  { name: 'truncated', meaning: 'half an answer', fault: { kind: 'truncated' } },
  { name: 'types', meaning: 'wrong types', fault: { kind: 'types' } },
  { name: 'code', meaning: 'undocumented code', fault: { kind: 'code' } },
  { name: 'redirect', meaning: 'redirect elsewhere', fault: { kind: 'redirect' } },
  { name: 'cors', meaning: 'CORS refusal', fault: { kind: 'cors' } },
  { name: 'twice', meaning: 'callback called twice', fault: { kind: 'twice' }, scripts: true },
  {
    ...{ name: 'late', meaning: 'callback called too late', scripts: true },
    fault: { kind: 'late', delay: TOO_LATE - LIMIT },
  },
  { name: 'never', meaning: 'callback never called', fault: { kind: 'never' }, scripts: true },
  { name: 'offline', meaning: 'offline halfway', offline: true },
  { name: 'clock', meaning: 'clock jumps', happening: 'clock' },
  { name: 'hidden', meaning: 'tab hidden, resumed', happening: 'hidden' },
  { name: 'moved', meaning: 'element moved', happening: 'moved' },
  { name: 'removed', meaning: 'element removed', happening: 'removed' },
  { name: 'attributes', meaning: 'attributes changed', happening: 'attributes' },
  { name: 'click', meaning: 'second click', happening: 'click' },
  { name: 'abort', meaning: 'aborted', happening: 'abort' },
];

const isOurs = ({ name }: Hop): boolean => name === 'chunk' || name === 'screen-chunk';
export const isScript = ({ name }: Hop): boolean => name.endsWith('-script');

/** Answers without a form that could be spoilt, and files that could not be told from good ones. */
const WITHOUT_FORM: ReadonlySet<FaultKind> = new Set(['types', 'code', 'truncated']);

export const isPossible = (hop: Hop, { scripts, fault }: Trouble): boolean => {
  if (scripts) return isScript(hop);
  if (!fault) return true;
  // A frame is nobody's to read in the first place.
  if (hop.hosted) return fault.kind !== 'cors' && !WITHOUT_FORM.has(fault.kind);
  if (!isOurs(hop)) return true;
  // The tests' page has the screen already, from another copy, and would not miss an empty one.
  if (hop.name === 'screen-chunk' && fault.kind === 'empty') return false;
  return fault.kind === 'truncated' || !WITHOUT_FORM.has(fault.kind);
};

/** Browsers keep a file of ours that came spoilt but whole: only loading the page anew helps. */
export const needsReload = (hop: Hop, { name }: Trouble): boolean =>
  isOurs(hop) && (name === 'empty' || name === 'truncated');

/** Where a cell is not as its row says, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  // It is of the page's own origin, or a script: nobody asks for CORS.
  'credentials cors': 'token',
  'chunk cors': 'token',
  'screen-chunk cors': 'token',
  'ct-script cors': 'token',
  'cu-script cors': 'token',
  // The fields are there, but are no texts.
  'credentials types': '130010 credentials',
  // Slow, but within the limit.
  'chunk drip': 'token',
  'screen-chunk drip': 'token',
  // The first of two calls is the one that counts.
  'ct-script twice': 'token',
  'cu-script twice': 'token',
  // It is asked for in the very moment in which the number has come.
  'page-option abort': '503 retrieval',
  'page-option removed': '503 retrieval',
  // The token, which nobody can do without, is offline too.
  'page-option offline': '103005 token',
  // The retrieval, which runs at the same time, is offline too.
  'screen-chunk offline': '500 credentials',
};

/** How the login has to end. */
export const outcomeOf = (hop: Hop, trouble: Trouble): string => {
  const exception = EXCEPTIONS[`${hop.name} ${trouble.name}`];
  if (exception) return exception;
  if (trouble.happening === 'removed' || trouble.happening === 'abort') return `503 ${hop.phase}`;
  if (trouble.happening) return 'token';
  if (trouble.fault?.kind === 'code') return hop.refused;
  return hop.lost;
};

/** What a file of ours has in place of a fault that would take a browser minutes. */
const FILE_FAULTS: Readonly<Record<string, Omit<Fault, 'exchange'>>> = {
  timeout: { kind: 'slow', delay: TOO_LATE },
  drip: { kind: 'slow', delay: 500 },
};

/** The faults of a cell, for its lane. */
export const faultsOf = (hop: Hop, { name, fault, happening, offline }: Trouble): Fault[] => {
  // The code of a login may be fetched before the click: here it is still on its way then.
  if (happening && isOurs(hop)) return [{ exchange: hop.name, kind: 'slow', delay: 300 }];
  if (offline) {
    return [
      { exchange: hop.name, kind: 'reset' },
      { exchange: '*', kind: 'refused', after: hop.before },
    ];
  }
  const spoilt = (isOurs(hop) ? FILE_FAULTS[name] : undefined) ?? fault;
  return spoilt ? [{ exchange: hop.name, ...spoilt }] : [];
};

/** Troubles of a script that end only by the limit: nothing tells the page that no call will come. */
const SILENT: ReadonlySet<string> = new Set(['empty', 'html', 'truncated', 'redirect', 'late', 'never']);

/** Milliseconds for one request. Where nothing ends by the limit it is long, so that a busy machine changes nothing. */
export const limitOf = (hop: Hop, { name }: Trouble): number => {
  const ends = name === 'timeout' || name === 'drip' || (isScript(hop) && SILENT.has(name));
  return ends ? LIMIT : 30_000;
};

export interface Cell {
  hop: Hop;
  trouble: Trouble;
}

export const CELLS: readonly Cell[] = HOPS.flatMap((hop) =>
  TROUBLES.filter((trouble) => isPossible(hop, trouble)).map((trouble) => ({ hop, trouble })),
);
