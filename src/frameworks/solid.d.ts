import type { JSX as Solid } from 'solid-js';
import type { Elements, Merge } from './elements.js';
import type { CustomElements } from './props.js';

type Tags = {
  [Tag in keyof CustomElements]: Merge<
    Solid.HTMLAttributes<Elements[Tag]['element']>,
    Elements[Tag]['props'] & Elements[Tag]['solidProps']
  >;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
