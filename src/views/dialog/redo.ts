/** Write into the field as the browser would have done; `back`: how many characters before the caret go, where nothing is selected. */
function write(field: EventTarget, text: string, back = 0): void {
  if (!(field instanceof HTMLInputElement) || field.readOnly || field.type === 'checkbox') return;
  const { selectionStart, selectionEnd, value } = field;
  const end = selectionEnd ?? value.length;
  const start = selectionStart ?? end;
  field.setRangeText(text, start === end ? Math.max(0, start - back) : start, end, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/**
 * Brings about what an event would have led to, had the page not stopped it or prevented its default: by a copy of the event that does
 * not leave the shadow tree of its target.
 */
export function redo(event: Event, target: Element): void {
  const { type, defaultPrevented } = event;
  const rules = { bubbles: true, cancelable: true };
  if (type === 'mousedown') {
    target.closest<HTMLElement>('input,button,a')?.focus();
  } else if (event instanceof KeyboardEvent) {
    const { key, ctrlKey, altKey, metaKey, isComposing } = event;
    // Firefox lets a KeyboardEvent out of the shadow tree whatever it is made with, to be stopped and done again without end.
    target.dispatchEvent(Object.assign(new Event(type, rules), { key, isComposing }));
    if (!defaultPrevented || ctrlKey || altKey || metaKey) return;
    if (key === 'Escape') target.closest('dialog')?.dispatchEvent(new Event('cancel', rules));
    else if (key === 'Backspace') write(target, '', 1);
    else if (key.length === 1) write(target, key);
  } else if (event instanceof InputEvent) {
    if (type === 'input') target.dispatchEvent(new InputEvent(type, rules));
    else if (defaultPrevented) write(target, event.data ?? '', event.inputType.startsWith('delete') ? 1 : 0);
  } else if (event instanceof MouseEvent) {
    // Links and the box have done what they do, unless that was prevented.
    if (!defaultPrevented && target.closest('a,label,[type=checkbox]')) return;
    const { clientX, clientY, detail } = event;
    target.dispatchEvent(new MouseEvent(type, { ...rules, clientX, clientY, detail }));
  }
}
