import type { HTMLAttributes } from 'preact';
import type { Elements, Merge } from './elements.js';
import type { CustomCssProperties, CustomElements } from './props.js';

type Tags = {
  [Tag in keyof CustomElements]: Merge<HTMLAttributes<Elements[Tag]['element']>, Elements[Tag]['props']>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
  interface CSSProperties extends CustomCssProperties {}
}
