import type { CSSResult } from 'lit';
import type { ScreenLook } from '../screen-look.js';

/** A screen that is to be moved, with what comes along. */
export interface Luggage {
  /** What is moved: the dialog, or the element whose dialog it is. */
  screen: Element;
  /** What says which custom properties the screen uses; a hosted page uses none. */
  look?: ScreenLook;
  styles?: readonly CSSResult[];
}
