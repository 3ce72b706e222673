import type { PropertyDeclarations } from 'lit';

import type { CredentialsFunction } from '../flow/types.js';
import type { Credentials } from '../gateway/types.js';
import type { ButtonTexts } from '../locale/button-texts.js';
import type { ScreenTexts } from '../locale/zh-cn.js';
import type { LayerOptions, PageOptions } from '../options/option-objects.js';
import { FormElement } from './form-element.js';

/** What a page may set on `<ydrz-login>`, and what holds where it sets nothing. What becomes of it is a subclass's. */
export abstract class SettingsElement extends FormElement {
  // What is read when a login starts is a plain property (`noAccessor`): nothing has to be rendered when it changes.
  static override properties: PropertyDeclarations = {
    appId: { attribute: 'app-id' },
    credentialsUrl: { attribute: 'credentials-url' },
    credentials: { attribute: false },
    authPageType: { attribute: 'auth-page-type', noAccessor: true },
    layerOptions: { attribute: 'layer-options', noAccessor: true },
    pageOptions: { attribute: 'page-options', noAccessor: true },
    expandParams: { attribute: 'expand-params', noAccessor: true },
    jsonp: { noAccessor: true },
    jsonpHosts: { attribute: 'jsonp-hosts', noAccessor: true },
    version: { noAccessor: true },
    gateway: { noAccessor: true },
    testLine: { attribute: 'test-line', type: Boolean, noAccessor: true },
    timeout: { type: Number, noAccessor: true },
    prefetch: {},
    autostart: { type: Boolean, noAccessor: true },
    mount: { noAccessor: true },
    pageSource: { attribute: 'page-source', noAccessor: true },
    driver: { noAccessor: true },
    officialSrc: { attribute: 'official-src', noAccessor: true },
    officialIntegrity: { attribute: 'official-integrity', noAccessor: true },
    reportUrl: { attribute: 'report-url', noAccessor: true },
    label: {},
    messages: { attribute: false },
  };

  /** The application's id at the service. */
  declare appId: string;
  /** Address at the business server that answers with credentials; asked once a pointer or the focus is on the button. */
  declare credentialsUrl: string;
  /** Credentials, or a function that gets them, instead of `credentialsUrl`. */
  declare credentials: Credentials | CredentialsFunction | null;
  /** `'1'` standard popup, `'2'` custom popup, `'3'` custom page, anything else the standard page. */
  declare authPageType: string;
  /** The documented options of the custom popup: an object, or its JSON. */
  declare layerOptions: LayerOptions | string | null;
  /** The documented options of the custom page: an object, or its JSON. */
  declare pageOptions: PageOptions | string | null;
  /** `name=value` pairs joined with `|`, handed to the service. */
  declare expandParams: string;
  /**
   * `'off'` allows none of the carriers' scripts, and so leaves China Telecom and China Unicom out. The element's own `nonce`
   * is theirs.
   */
  declare jsonp: string;
  /**
   * Hosts that the carriers' scripts may come from, between spaces; `*.example.com` for all below: the known hosts, and
   * those that the page's code has allowed, narrowed down to these. Empty: all of them.
   */
  declare jsonpHosts: string;
  /** Interface version. */
  declare version: string;
  /** Base URL put in place of both live hosts: a sandbox or a reverse proxy. Empty: the live service. */
  declare gateway: string;
  /** Use the service's test line. */
  declare testLine: boolean;
  /** Milliseconds for one request, ten minutes at most; 8000 for anything but a number above 0. */
  declare timeout: number;
  /**
   * Retrieve the number before the click, so that the click shows the screen at once: `'visible'` when the
   * element comes into view, `'load'` when it is connected. Not on Wi-Fi and not with data saver on.
   */
  declare prefetch: 'none' | 'visible' | 'load';
  /** Start a login when the element is connected. */
  declare autostart: boolean;
  /** Id of the element that an unmasked layer is put into; in place without it. */
  declare mount: string;
  /**
   * `'local'` draws the authorization page here and buys the token from this page; `'hosted'` shows the service's own page in
   * an iframe, which buys it there, as the official script always has it. Popups are drawn here either way.
   */
  declare pageSource: string;
  /** `'native'` speaks to the service itself; `'official'` loads the official script and drives it. */
  declare driver: string;
  /**
   * Address of the official script; the service's own without it, or a `YDRZAuthLogin` that the page has. Any other address has to
   * be allowed by a call of `allowScripts`.
   */
  declare officialSrc: string;
  /** Subresource Integrity digests of the official script. Its nonce is the element's own `nonce`. */
  declare officialIntegrity: string;
  /**
   * Address on the page's own server that is POSTed how each login went: its code, phase and carrier, and name, code and milliseconds of
   * each request; no number, token, address or identifier, and no cookie. Empty: nothing is sent.
   */
  declare reportUrl: string;
  /** The button's text; by language without it. */
  declare label: string;
  /** Overrides of single texts. */
  declare messages: Partial<ScreenTexts & ButtonTexts> | null;

  constructor() {
    super();
    this.appId = '';
    this.credentialsUrl = '';
    this.credentials = null;
    this.authPageType = '0';
    this.layerOptions = null;
    this.pageOptions = null;
    this.expandParams = '';
    this.jsonp = 'on';
    this.jsonpHosts = '';
    this.version = '2.0';
    this.gateway = '';
    this.testLine = false;
    this.timeout = 8000;
    this.prefetch = 'none';
    this.autostart = false;
    this.mount = '';
    this.pageSource = 'local';
    this.driver = 'native';
    this.officialSrc = '';
    this.officialIntegrity = '';
    this.reportUrl = '';
    this.label = '';
    this.messages = null;
  }
}
