import type { YdrzLoginElement } from 'ydrz-elements/elements';
import type { AuthView } from '../services/auth-view.js';

/** By SIM. */
const HIDDEN: Readonly<Record<string, string>> = { cm: '0013', ct: '0018', cu: '0018' };

const frame = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 16));

const isAsked = (element: YdrzLoginElement): boolean => element.state === 'authorizing';

/** The screen of a running login, once it can be seen; undefined when the login has gone on without it. */
const screenOf = async (element: YdrzLoginElement): Promise<AuthView | undefined> => {
  while (isAsked(element)) {
    const screen = element.renderRoot.querySelector<AuthView>('ydrz-auth-layer, ydrz-auth-page');
    if (screen?.open && screen.renderRoot.querySelector('.field')) return screen;
    await frame();
  }
  return undefined;
};

const fillIn = async (element: YdrzLoginElement, sim: string): Promise<void> => {
  const screen = await screenOf(element);
  const field = screen?.renderRoot.querySelector<HTMLInputElement>('.field');
  if (!screen || !field) return;
  field.value = HIDDEN[sim] ?? '';
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  screen.renderRoot.querySelector<HTMLInputElement>('[part=checkbox]')?.click();
};

const closeHosted = async (element: YdrzLoginElement): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 300));
  if (isAsked(element)) element.renderRoot.querySelector<HTMLElement>('dialog [part=close]')?.click();
};

/** A user who does what the screen asks for: fills in the digits and ticks, or closes a hosted page that never comes. */
export const attend = (element: YdrzLoginElement, sim: string, isLost: () => boolean): void => {
  element.addEventListener('statechange', ({ detail }) => {
    if (detail.state !== 'authorizing') return;
    if (element.pageSource === 'hosted') {
      if (isLost()) void closeHosted(element);
    } else {
      void fillIn(element, sim);
    }
  });
};
