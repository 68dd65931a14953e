import type { KeyboardEvent } from 'react';

/** Escape leaves a form that was opened in place. In a search field with words it clears these first. */
export const onEscape =
  (leave: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    const { target } = event;
    if (target instanceof HTMLInputElement && target.type === 'search' && target.value !== '') return;
    event.stopPropagation();
    leave();
  };
