/** The carriers as they are named on the wire. */
export type Operator = 'CM' | 'CT' | 'CU';

/** How China Mobile refuses a SIM; `hints` stand in the answer beside the code. */
export interface CmRefusal {
  /** The return code, such as `111002`. */
  code: string;
  /** Fields beside the code, such as `msisdnOwner`; default none. */
  hints?: Readonly<Record<string, string>>;
}

/** How a carrier refuses a SIM of its own. */
export interface CarrierRefusal {
  /** The code, one of the carrier's own. */
  code: string;
  /** The text beside it; default the code's documented one. */
  message?: string;
}

/** A phone with its SIM, chosen by the path prefix `/sim/<id>`. */
export interface Sim {
  /** 1 to 64 letters, digits, `_`, `-` and `.`. */
  id: string;
  /** 11 digits. */
  number: string;
  /** Its carrier: `CM`, `CT` or `CU`. */
  operator: Operator;
  /** What the SIM is for, in a few words; default none. */
  meaning?: string;
  /** `'4'` digits (the default), `'1'` button only, `'5'` no screen. */
  authLevel?: '1' | '4' | '5';
  /** `wifi`: no carrier recognises the connection. Default `cellular`. */
  network?: 'cellular' | 'wifi';
  /**
   * How the SIM's own carrier refuses it: China Mobile with the code, China Telecom's gateway with `result` (such as `-10008`), China
   * Unicom's with `code` (such as `105001`).
   */
  refusal?: CarrierRefusal;
  /** What China Mobile says to the SIM, whoever's it is; by default its own numbers are recognised and all others get 103111. */
  cm?: CmRefusal;
  /** The service has switched retrieval off for the SIM's carrier: step 3 answers with no accessToken. */
  closed?: boolean;
  /** Milliseconds that every request of this SIM waits; default 0. */
  delay?: number;
}

/** A foreign number seen by China Mobile. The switches say '0' though retrieval works, as was seen in the wild. */
const OWNED_BY_CHINA_UNICOM: CmRefusal = {
  code: '103111',
  hints: {
    ...{ msisdnOwner: 'CU', msisdnOwnerback: 'CU', keytype: '' },
    ...{ ctGetMobileSwitch: '0', cuGetMobileSwitch: '0', ipType: '0' },
  },
};

/** The SIM of a path without a `/sim/<id>` prefix. */
export const DEFAULT_SIM = 'cm';

export const SIMS: readonly Sim[] = [
  { id: 'cm', number: '13800138000', operator: 'CM', meaning: 'China Mobile, digits to fill in' },
  { id: 'ct', number: '18900189000', operator: 'CT', meaning: 'China Telecom, digits to fill in' },
  { id: 'cu', number: '18600186000', operator: 'CU', meaning: 'China Unicom, digits to fill in' },
  {
    id: 'cm-level1',
    number: '13800138001',
    operator: 'CM',
    meaning: 'China Mobile, authLevel 1: no digits, a button',
    authLevel: '1',
  },
  {
    id: 'cm-level5',
    number: '13800138005',
    operator: 'CM',
    meaning: "China Mobile, authLevel 5: the page's own screen, else digits",
    authLevel: '5',
  },
  {
    id: 'wifi',
    number: '13800138006',
    operator: 'CM',
    meaning: 'Online over Wi-Fi: all three carriers refuse',
    network: 'wifi',
  },
  {
    id: 'blacklisted',
    number: '13800138007',
    operator: 'CM',
    meaning: 'China Mobile refuses a blacklisted number (111002)',
    cm: { code: '111002' },
  },
  {
    id: 'iot',
    number: '14800148000',
    operator: 'CM',
    meaning: 'China Mobile refuses a card made for things (103609)',
    cm: { code: '103609' },
  },
  {
    id: 'ct-closed',
    number: '18900189002',
    operator: 'CT',
    meaning: 'China Telecom with retrieval switched off (502)',
    closed: true,
  },
  {
    id: 'cu-closed',
    number: '18600186002',
    operator: 'CU',
    meaning: 'China Unicom with retrieval switched off (502)',
    closed: true,
  },
  {
    id: 'cm-hint-cu',
    number: '18600186003',
    operator: 'CU',
    meaning: "China Unicom, and China Mobile's refusal says so (msisdnOwner)",
    cm: OWNED_BY_CHINA_UNICOM,
  },
  {
    id: 'slow',
    number: '13800138015',
    operator: 'CM',
    meaning: 'China Mobile, every request waits 1.5 s',
    delay: 1500,
  },
];
