/**
 * The files that a person adds by this event: chosen, dropped or pasted. What a script makes up is not looked at. An
 * input that a page holds outside of its document tells nobody but the page itself: what it adds is `unseen`.
 */
export function filesIn(event: Event): readonly File[] {
  if (!event.isTrusted) return [];
  switch (event.type) {
    case 'change':
      return [...(inputOf(event)?.files ?? [])];
    case 'drop':
      return [...((event as DragEvent).dataTransfer?.files ?? [])];
    case 'paste':
      return [...((event as ClipboardEvent).clipboardData?.files ?? [])];
    default:
      return [];
  }
}

function inputOf(event: Event): HTMLInputElement | undefined {
  const target = event.composedPath()[0] as Partial<HTMLInputElement> | undefined;
  return target?.tagName === 'INPUT' && target.type === 'file' ? (target as HTMLInputElement) : undefined;
}
