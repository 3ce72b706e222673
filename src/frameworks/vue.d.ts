import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { Elements, Merge } from './elements.js';
import type { CustomElements } from './props.js';

type Component<Element, Props, Events> = new () => Element & {
  /** For templates; it does not exist. */
  $props: Merge<HTMLAttributes & PublicProps, Props>;
  /** For templates; it does not exist. */
  $emit: EmitFn<{ [Name in keyof Events]: (event: Events[Name]) => void }>;
};
type Tags = {
  [Tag in keyof CustomElements]: Component<
    Elements[Tag]['element'],
    Elements[Tag]['props'],
    Elements[Tag]['events']
  >;
};

declare module 'vue' {
  export interface GlobalComponents extends Tags {}
}
