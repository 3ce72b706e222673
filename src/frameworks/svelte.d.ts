import type { HTMLAttributes } from 'svelte/elements';
import type { Elements, Merge } from './elements.js';
import type { CustomElements } from './props.js';

type Tags = {
  [Tag in keyof CustomElements]: Merge<HTMLAttributes<Elements[Tag]['element']>, Elements[Tag]['props']>;
};

declare module 'svelte/elements' {
  export interface SvelteHTMLElements extends Tags {}
}
