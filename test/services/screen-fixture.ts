import { fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { AuthView } from './auth-view.js';
import type { YdrzAuthLayerElement, YdrzAuthPageElement } from 'ydrz-elements/elements';

/** Properties to set before the screen opens. */
type Settings = Partial<
  Pick<
    YdrzAuthLayerElement,
    | 'authLevel'
    | 'operator'
    | 'appName'
    | 'options'
    | 'agreements'
    | 'manual'
    | 'messages'
    | 'masked'
    | 'lang'
    | 'maskPhone'
  >
>;

async function open<View extends AuthView>(view: View, settings: Settings): Promise<View> {
  Object.assign(view, settings);
  await view.updateComplete;
  await view.show();
  return view;
}

/** An open `<ydrz-auth-layer>` for 138****8000; in the page unless `masked` is set. */
export async function openLayer(settings: Settings = {}): Promise<YdrzAuthLayerElement> {
  return open(
    await fixture<YdrzAuthLayerElement>(html`<ydrz-auth-layer mask-phone="138****8000"></ydrz-auth-layer>`),
    settings,
  );
}

/** An open `<ydrz-auth-page>` for 138****8000. */
export async function openPage(settings: Settings = {}): Promise<YdrzAuthPageElement> {
  return open(
    await fixture<YdrzAuthPageElement>(
      html`<ydrz-auth-page mask-phone="138****8000" app-name="书店"></ydrz-auth-page>`,
    ),
    settings,
  );
}

/** The one element in the screen that a selector finds. */
export function inside(view: AuthView, selector: string): HTMLElement {
  const found = view.renderRoot.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing in the screen is "${selector}"`);
  return found;
}

export const part = (view: AuthView, name: string): HTMLElement => inside(view, `[part=${name}]`);
export function field(view: AuthView): HTMLInputElement {
  return input(view, '.field');
}
export function checkbox(view: AuthView): HTMLInputElement {
  return input(view, '[part=checkbox]');
}

function input(view: AuthView, selector: string): HTMLInputElement {
  const found = inside(view, selector);
  if (found instanceof HTMLInputElement) return found;
  throw new Error(`"${selector}" is no input`);
}

/** What the boxes show, with `_` for an empty one. */
export function boxes(view: AuthView): string {
  return Array.from(view.renderRoot.querySelectorAll('[part=digit]'), (box) => box.textContent || '_').join(
    '',
  );
}

/** Type with real keys into the focused field. */
export async function type(view: AuthView, text: string): Promise<void> {
  await sendKeys({ type: text });
  await view.updateComplete;
}

export async function press(view: AuthView, ...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
  await view.updateComplete;
}

/** Click the middle of an element with a real mouse. */
export async function click(element: Element): Promise<void> {
  const { left, top, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
}

export async function tick(view: AuthView): Promise<void> {
  await click(checkbox(view));
  await view.updateComplete;
}

/** Paste into the field as a browser does. */
export async function paste(view: AuthView, text: string): Promise<void> {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
  // Firefox takes no clipboardData in the constructor.
  Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  field(view).dispatchEvent(event);
  await view.updateComplete;
}

/** Put a text into the field as autofill does: the value changes, then one input event. */
export async function autofill(view: AuthView, text: string): Promise<void> {
  field(view).value = text;
  field(view).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await view.updateComplete;
}

/** Every event of these types from now on, in order, as `type` or `type:digits`. */
export function record(view: AuthView): string[] {
  const log: string[] = [];
  for (const name of ['authorize', 'inputcomplete', 'cancel', 'customcontrol'] as const) {
    view.addEventListener(name, (event) => {
      log.push(
        'detail' in event && event.detail && 'digits' in event.detail
          ? `${name}:${event.detail.digits}`
          : name,
      );
    });
  }
  return log;
}
