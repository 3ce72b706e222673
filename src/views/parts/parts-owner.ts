import type { ScreenTexts } from '../../locale/zh-cn.js';
import type { ScreenValues } from '../../options/types.js';
import type { DigitsController } from '../digits/digits-controller.js';

/** What the screen itself has to tell the user, beside `error`; nothing as a rule. */
export type Notice = 'agreementMissing' | 'numberMismatch' | undefined;

/** The screen, as its parts see it: what they show, and what they tell it. */
export interface PartsOwner extends EventTarget {
  readonly texts: ScreenTexts;
  /** The options that are not CSS. */
  readonly values: ScreenValues;
  readonly boxes: DigitsController;
  /** The hidden digits are asked for (level 4), with boxes and a field over them. */
  readonly digitsAsked: boolean;
  readonly operator: string;
  readonly agreements: unknown;
  /** Whom the user allows to have the number, where the options do not say it; empty as a rule. */
  readonly business: string;
  readonly agreed: boolean;
  /** The token is being fetched. What has the focus keeps it, so nothing is disabled. */
  readonly pending: boolean;
  readonly error: string;
  readonly attemptsLeft: number;
  readonly notice: Notice;
  readonly ticked: (event: Event) => void;
  /** The submit button, or Enter in the digits. */
  readonly submitted: () => void;
  readonly dismissed: () => void;
}
