/** The parts of an address that a site knows itself by; a `URL` has them too. */
export type Where = Pick<Location, 'href' | 'protocol' | 'hostname' | 'pathname' | 'search' | 'hash'>;

/** Pages without an address of their own (a frame or a window that a script writes) stand at that of the page that made them. */
export function locationOf(document: Document): Where {
  let window: Window | null = document.defaultView;
  try {
    while (window && window.location.protocol === 'about:') {
      const maker: Window | null = window.parent === window ? window.opener : window.parent;
      // Reading a foreign window throws.
      if (!maker?.location.href) break;
      window = maker;
    }
  } catch {
    // Its maker has gone elsewhere; the origin is what is left.
    const origin = document.defaultView?.origin;
    if (origin?.startsWith('http')) return new URL(origin);
  }
  return window?.location ?? new URL(document.URL);
}
