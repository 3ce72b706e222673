import '../login/define.js';

import React from 'react';
import type { ForwardRefExoticComponent, RefAttributes } from 'react';
import type { YdrzLoginElement } from '../login/login-element.js';
import type { LoginEventMap } from '../login/login-events.js';
import { LOGIN_TAG } from '../login/names.js';
import { elementComponent } from './element-component.js';
import type { ElementProps } from './props.js';

/** What can be set on `<ydrz-login>`. */
export const LOGIN_PROPERTIES = [
  'appId',
  'credentialsUrl',
  'credentials',
  'authPageType',
  'layerOptions',
  'pageOptions',
  'expandParams',
  'jsonp',
  'jsonpHosts',
  'version',
  'gateway',
  'testLine',
  'timeout',
  'reportUrl',
  'prefetch',
  'autostart',
  'mount',
  'pageSource',
  'driver',
  'officialSrc',
  'officialIntegrity',
  'label',
  'messages',
  'name',
  'disabled',
  'required',
  'autoSubmit',
] as const;

export const LOGIN_EVENT_PROPS = {
  onToken: 'token',
  onError: 'error',
  onAuthorizationRequest: 'authorizationrequest',
  onInputComplete: 'inputcomplete',
  onStateChange: 'statechange',
  onExpire: 'expire',
  onHop: 'hop',
} as const;

/** The props of `YdrzLogin`: the element's properties, its events, and what every element has. */
export type YdrzLoginProps = ElementProps<
  YdrzLoginElement,
  (typeof LOGIN_PROPERTIES)[number],
  typeof LOGIN_EVENT_PROPS,
  LoginEventMap
> & {
  /** Id of the form that the element belongs to, where it does not stand in it. */
  form?: string | undefined;
};

/** `<ydrz-login>` for React 16.8 and later, also rendered on a server. Its ref is the element. */
export const YdrzLogin: ForwardRefExoticComponent<YdrzLoginProps & RefAttributes<YdrzLoginElement>> =
  /* @__PURE__ */ React.forwardRef(
    /* @__PURE__ */ elementComponent<YdrzLoginElement>({
      tag: LOGIN_TAG,
      properties: LOGIN_PROPERTIES,
      events: LOGIN_EVENT_PROPS,
    }),
  );
