import '../views/define-auth-page.js';

import React from 'react';
import type { ForwardRefExoticComponent, RefAttributes } from 'react';
import type { YdrzAuthPageElement } from '../views/auth-page-element.js';
import { AUTH_PAGE } from '../views/names.js';
import type { ViewEventMap } from '../views/view-events.js';
import { elementComponent } from './element-component.js';
import type { ElementProps } from './props.js';
import { SCREEN_EVENT_PROPS, SCREEN_PROPERTIES } from './screen-props.js';

/** The props of `YdrzAuthPage`: the element's properties, its events, and what every element has. */
export type YdrzAuthPageProps = ElementProps<
  YdrzAuthPageElement,
  (typeof SCREEN_PROPERTIES)[number],
  typeof SCREEN_EVENT_PROPS,
  ViewEventMap
>;

/** `<ydrz-auth-page>` for React 16.8 and later, also rendered on a server. Its ref is the element. */
export const YdrzAuthPage: ForwardRefExoticComponent<YdrzAuthPageProps & RefAttributes<YdrzAuthPageElement>> =
  /* @__PURE__ */ React.forwardRef(
    /* @__PURE__ */ elementComponent<YdrzAuthPageElement>({
      tag: AUTH_PAGE,
      properties: SCREEN_PROPERTIES,
      events: SCREEN_EVENT_PROPS,
    }),
  );
