// What the types for frameworks share; `props.d.ts`, which the build writes beside it, has what can be set and heard by the manifest.
import type {
  LoginEventMap,
  ViewEventMap,
  YdrzAuthLayerElement,
  YdrzAuthPageElement,
  YdrzLoginElement,
} from '../types/elements.js';
import type {
  YdrzAuthLayerElementProps,
  YdrzAuthLayerElementSolidJsProps,
  YdrzAuthPageElementProps,
  YdrzAuthPageElementSolidJsProps,
  YdrzLoginElementProps,
  YdrzLoginElementSolidJsProps,
} from './props.js';

/** By tag name: the element, what can be set on it and heard from it, what Solid sets and hears besides, and its events' types. */
export interface Elements {
  'ydrz-auth-layer': {
    element: YdrzAuthLayerElement;
    props: YdrzAuthLayerElementProps;
    solidProps: YdrzAuthLayerElementSolidJsProps;
    events: ViewEventMap;
  };
  'ydrz-auth-page': {
    element: YdrzAuthPageElement;
    props: YdrzAuthPageElementProps;
    solidProps: YdrzAuthPageElementSolidJsProps;
    events: ViewEventMap;
  };
  'ydrz-login': {
    element: YdrzLoginElement;
    props: YdrzLoginElementProps;
    solidProps: YdrzLoginElementSolidJsProps;
    events: LoginEventMap;
  };
}

/** An element's own props win over those that every element has. */
export type Merge<Base, Own> = Omit<Base, keyof Own> & Own;
