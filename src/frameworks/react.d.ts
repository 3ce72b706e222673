import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Elements, Merge } from './elements.js';
import type { CustomCssProperties, CustomElements } from './props.js';

export * from '../types/react/index.js';

type Props<Element> = DetailedHTMLProps<HTMLAttributes<Element>, Element>;
type Tags = {
  [Tag in keyof CustomElements]: Merge<Props<Elements[Tag]['element']>, Elements[Tag]['props']>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
  interface CSSProperties extends CustomCssProperties {}
}
