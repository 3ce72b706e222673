import React from 'react';
import type { ForwardedRef, ReactElement } from 'react';
import { kebab } from '../options/property-name.js';

/** What a component has to know of its element. */
export interface Wrapped {
  tag: string;
  /** The element's own properties; what the page gives besides is any element's. */
  properties: readonly string[];
  /** The element's events by the name of their prop. */
  events: Readonly<Record<string, string>>;
}

type Props = Readonly<Record<string, unknown>>;

/**
 * How props are written that are no properties of ours, where their own names would not do. React 19 sets a custom element's property where
 * it has one of the name, and `form`, which can only be read, would throw; no property is called FORM, and HTML takes attributes in any case.
 */
const WRITTEN: Readonly<Record<string, string | undefined>> = { className: 'class', form: 'FORM' };

const isAttributeValue = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'number' || value === true;

/** On a server there is nothing to lay out, and React below 19 says so of each component. */
const useCommitted = typeof document === 'undefined' ? React.useEffect : React.useLayoutEffect;

/** What React is to write itself: it is in a server's HTML too. React below 19 knows no `className` of custom elements. */
export const attributesOf = ({ properties, events }: Wrapped, props: Props): Record<string, unknown> => {
  // An element that came from a server may be alive before React looks, and then shows its state in attributes.
  const attributes: Record<string, unknown> = { suppressHydrationWarning: true };
  for (const [name, value] of Object.entries(props)) {
    if (name in events) continue;
    if (!properties.includes(name)) attributes[WRITTEN[name] ?? name] = value;
    else if (isAttributeValue(value)) attributes[kebab(name)] = value;
  }
  return attributes;
};

/**
 * What renders an element for React, from 16.8 on and on servers: simple values are attributes, objects and functions are properties,
 * which React below 19 would turn into text, and events come to the props named after them, which React below 19 never calls.
 */
export const elementComponent =
  <Element extends HTMLElement>(wrapped: Wrapped) =>
  (props: object, ref: ForwardedRef<Element>): ReactElement => {
    const given: Props = { ...props };
    const element = React.useRef<Element>(null);
    const latest = React.useRef(given);
    /** The objects and functions that are set on the element now, by the name of their property. */
    const set = React.useRef(new Map<string, unknown>());
    /** For every property that was given a function, what calls the function of the latest rendering. */
    const calls = React.useRef(new Map<string, (...args: unknown[]) => unknown>());
    React.useImperativeHandle<Element | null, Element | null>(ref, () => element.current);

    useCommitted(() => {
      latest.current = given;
      for (const name of wrapped.properties) {
        let value = given[name];
        if (isAttributeValue(value)) continue;
        if (typeof value === 'function') {
          // One function for all renderings: a new one would make the element begin anew.
          const call =
            calls.current.get(name) ??
            ((...args: unknown[]) => {
              const newest = latest.current[name];
              const answer: unknown =
                typeof newest === 'function' ? Reflect.apply(newest, undefined, args) : undefined;
              return answer;
            });
          calls.current.set(name, call);
          value = call;
        }
        const isObject = typeof value === 'function' || (typeof value === 'object' && value !== null);
        // What is new is set; what was set, and is given no more, is taken back.
        if (isObject ? set.current.get(name) === value : !set.current.has(name)) continue;
        if (element.current) Reflect.set(element.current, name, isObject ? value : null);
        if (isObject) set.current.set(name, value);
        else set.current.delete(name);
      }
    });

    useCommitted(() => {
      const { current } = element;
      const stops = Object.entries(wrapped.events).map(([prop, type]) => {
        const listener = (event: Event): void => {
          const handler = latest.current[prop];
          // An element's child may have an event of the same name that bubbles.
          if (event.target === current && typeof handler === 'function')
            Reflect.apply(handler, undefined, [event]);
        };
        current?.addEventListener(type, listener);
        return () => current?.removeEventListener(type, listener);
      });
      return () => {
        stops.forEach((stop) => stop());
      };
    }, []);

    return React.createElement(wrapped.tag, { ...attributesOf(wrapped, given), ref: element });
  };
