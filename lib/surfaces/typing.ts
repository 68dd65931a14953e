/** Sets a field as typing would: the prototype's setter reaches past a framework's own bookkeeping, the event tells it. */
export function typeInto(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
  if (setter) setter.call(field, value);
  else field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

const CODES: Readonly<Record<string, number>> = { Enter: 13, Delete: 46, Backspace: 8 };

/** A whole key: some engines look at `keyCode` only. */
export function pressKey(element: Element, key: 'Enter' | 'Delete' | 'Backspace', ctrlKey = false): void {
  const keyCode = CODES[key];
  const shape = { key, code: key, keyCode, which: keyCode, ctrlKey, bubbles: true, cancelable: true, composed: true };
  for (const type of key === 'Enter' ? ['keydown', 'keypress', 'keyup'] : ['keydown', 'keyup']) {
    element.dispatchEvent(new KeyboardEvent(type, shape));
  }
}

/** A whole press at the middle of an element, on the innermost node there: menus look where the pointer is. */
export function pressPointer(element: HTMLElement): void {
  const box = element.getBoundingClientRect();
  const [clientX, clientY] = [box.left + box.width / 2, box.top + box.height / 2];
  const inner = element.ownerDocument.elementFromPoint?.(clientX, clientY);
  const target = inner && element.contains(inner) ? inner : element;
  const shape = {
    bubbles: true,
    cancelable: true,
    composed: true,
    view: element.ownerDocument.defaultView,
    clientX,
    clientY,
    button: 0,
  };
  for (const type of ['pointerover', 'mouseover', 'pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
    // The page may have sent and closed at `mouseup`: what is left of the press goes nowhere.
    if (!target.isConnected) return;
    const buttons = type.endsWith('down') ? 1 : 0;
    const detail = type === 'click' ? 1 : 0;
    target.dispatchEvent(
      type.startsWith('pointer') && typeof PointerEvent === 'function'
        ? new PointerEvent(type, { ...shape, buttons, pointerId: 1, isPrimary: true, pointerType: 'mouse' })
        : new MouseEvent(type, { ...shape, buttons, detail }),
    );
  }
}

/** Lets the page's own handlers and timers run, then looks; gives up after about a second. */
export async function until(holds: () => boolean): Promise<boolean> {
  for (const wait of [0, 16, 50, 100, 200, 300, 400]) {
    if (holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return holds();
}
