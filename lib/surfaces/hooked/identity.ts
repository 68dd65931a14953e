/** What one reading says of the chat that is open. */
export interface Sighting {
  /** The page's own key of the chat; '' where it has none. */
  readonly thread: string;
  /** Handle or title, as it is compared. */
  readonly label: string;
  /** The node that shows it. */
  readonly header?: Element | undefined;
}

/** Sites that are slow show the old header for some frames; longer than these they do not. */
const CONFIRMED_AFTER = 300;
const KEPT = 300;

/**
 * Which thread goes with which handle or title, as this page has shown them. A page changes its address before its
 * header: for some frames a message would be judged for the one and sent to the other. So a thread that shows what
 * belongs to another one is in doubt until its header was rendered anew, and, while what is known says otherwise, was
 * seen so twice. Time alone confirms nothing.
 */
export interface Identity {
  /** True: thread and label are known to be one chat's, or nothing speaks against it. */
  readonly agrees: (sighting: Sighting) => boolean;
}

export function createIdentity(now: () => number = () => performance.now()): Identity {
  const labels = new Map<string, string>();
  /** As the header stood under the thread before. */
  let before: { readonly header?: WeakRef<Element> | undefined; readonly label: string } | undefined;
  let last: Sighting | undefined;
  let since = 0;

  const belongsElsewhere = ({ thread, label }: Sighting): boolean =>
    [...labels].some(([other, known]) => other !== thread && known === label);
  const accept = ({ thread, label }: Sighting): boolean => {
    // The newest last: what is forgotten first was not seen for long.
    labels.delete(thread);
    labels.set(thread, label);
    const oldest = labels.size > KEPT ? labels.keys().next().value : undefined;
    if (oldest !== undefined) labels.delete(oldest);
    return true;
  };
  const isAnew = ({ header, label }: Sighting): boolean =>
    before === undefined || before.label !== label || (header !== undefined && before.header?.deref() !== header);

  return {
    agrees: (sighting) => {
      if (sighting.thread === '' || sighting.label === '') return true;
      if (last && last.thread !== sighting.thread) {
        before = { label: last.label, header: last.header && new WeakRef(last.header) };
        since = now();
      }
      last = sighting;
      if (labels.get(sighting.thread) === sighting.label) return accept(sighting);
      if (!belongsElsewhere(sighting) && isAnew(sighting)) return accept(sighting);
      return isAnew(sighting) && now() - since >= CONFIRMED_AFTER && accept(sighting);
    },
  };
}
