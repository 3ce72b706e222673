import type { ScriptRules } from '../gateway/types.js';

/** What a page says about the carriers' scripts, in the words of its attributes. */
export interface ScriptSettings {
  /** `'off'` leaves China Telecom and China Unicom out; anything else allows their scripts. */
  jsonp?: string | undefined;
  /** Narrows the hosts that the scripts may come from, between spaces or commas; `*.example.com` for all below. Empty: no narrower. */
  jsonpHosts?: string | undefined;
  /** Nonce for the script elements, for pages whose policy asks for one. */
  nonce?: string | undefined;
}

/** A list that a page set, were it of nothing but separators, is a list: it allows nobody. */
export const scriptRules = ({ jsonp, jsonpHosts, nonce }: ScriptSettings): ScriptRules => ({
  // Frameworks give a false of their own for off.
  allowed: !/^\s*(off|false)\s*$/i.test(jsonp ?? ''),
  ...(nonce && { nonce }),
  ...(jsonpHosts && {
    hosts: jsonpHosts
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  }),
});
