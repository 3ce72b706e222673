import '../views/define-auth-layer.js';

import React from 'react';
import type { ForwardRefExoticComponent, RefAttributes } from 'react';
import type { YdrzAuthLayerElement } from '../views/auth-layer-element.js';
import { AUTH_LAYER } from '../views/names.js';
import type { ViewEventMap } from '../views/view-events.js';
import { elementComponent } from './element-component.js';
import type { ElementProps } from './props.js';
import { SCREEN_EVENT_PROPS, SCREEN_PROPERTIES } from './screen-props.js';

/** What can be set on `<ydrz-auth-layer>`. */
export const LAYER_PROPERTIES = [...SCREEN_PROPERTIES, 'masked'] as const;

/** The props of `YdrzAuthLayer`: the element's properties, its events, and what every element has. */
export type YdrzAuthLayerProps = ElementProps<
  YdrzAuthLayerElement,
  (typeof LAYER_PROPERTIES)[number],
  typeof SCREEN_EVENT_PROPS,
  ViewEventMap
>;

/** `<ydrz-auth-layer>` for React 16.8 and later, also rendered on a server. Its ref is the element. */
export const YdrzAuthLayer: ForwardRefExoticComponent<
  YdrzAuthLayerProps & RefAttributes<YdrzAuthLayerElement>
> = /* @__PURE__ */ React.forwardRef(
  /* @__PURE__ */ elementComponent<YdrzAuthLayerElement>({
    tag: AUTH_LAYER,
    properties: LAYER_PROPERTIES,
    events: SCREEN_EVENT_PROPS,
  }),
);
