import type { HTMLAttributes } from 'react';

/** The handlers of an element's events, by their props' names. */
export type Handlers<Events, EventMap> = {
  [Prop in keyof Events]?: Events[Prop] extends keyof EventMap
    ? (event: EventMap[Events[Prop]]) => void
    : never;
};

/** The props of an element's component: what can be set, what is heard, and what every element has. */
export type ElementProps<Element, Property extends keyof Element, Events, EventMap> = Omit<
  HTMLAttributes<Element>,
  Property | keyof Events
> & { [Name in Property]?: Element[Name] | undefined } & Handlers<Events, EventMap>;
