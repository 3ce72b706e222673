import { unclobbered } from '../../dom/unclobbered.js';
import { focusedElement } from './focused-element.js';

/** Opens a modal dialog, and returns the function that closes it. `leave` is called when the user presses Escape. */
export function openDialog(dialog: HTMLDialogElement, leave: () => void): () => void {
  if (typeof dialog.showModal !== 'function') return openOverlay(dialog, leave);
  const cancelled = (event: Event) => {
    event.preventDefault();
    leave();
  };
  // A second Escape closes a dialog without asking. The event comes late: the dialog may be open again.
  const closed = () => {
    if (!dialog.open) leave();
  };
  dialog.showModal();
  dialog.addEventListener('cancel', cancelled);
  dialog.addEventListener('close', closed);
  return () => {
    dialog.removeEventListener('cancel', cancelled);
    dialog.removeEventListener('close', closed);
    dialog.close();
  };
}

/** Where there is no `showModal`, the same element is a fixed overlay that keeps the focus. */
function openOverlay(dialog: HTMLElement, leave: () => void): () => void {
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    leave();
  };
  const page = unclobbered(dialog.ownerDocument);
  const focused = () => {
    if (!dialog.contains(focusedElement(page))) dialog.querySelector<HTMLElement>('input,button,a')?.focus();
  };
  dialog.setAttribute('open', '');
  page.addEventListener('keydown', pressed, true);
  page.addEventListener('focusin', focused);
  return () => {
    page.removeEventListener('keydown', pressed, true);
    page.removeEventListener('focusin', focused);
    dialog.removeAttribute('open');
  };
}
