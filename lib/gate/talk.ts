import type { ToGuard, ToWarning } from '../bus/warning-port.ts';
import { never } from '../domain/result.ts';
import type { Fix } from '../domain/verdict.ts';
import type { SendIntent } from '../surfaces/surface.ts';
import { type Desk, type Reading, readForSend } from './desk.ts';
import { digestOf } from './digest.ts';
import type { WarningBox } from './warning-box.ts';

/** The way to our page, while it stands. */
export interface Talk {
  /** The composer was read again. */
  readonly tell: (reading: Reading) => void;
}

export interface TalkEnds {
  /** The user lets this message go, and it is still the one that was shown. */
  readonly release: (reading: Reading) => void;
  readonly back: () => void;
  /** The frame has shown itself. */
  readonly ready: () => void;
}

/** Speaks with our page in the box about one message, until one of the ends is reached. Without an intent nothing waits to be sent. */
export function talk(
  desk: Desk,
  box: WarningBox,
  intent: SendIntent | undefined,
  first: Reading,
  secret: string,
  ends: TalkEnds,
): Talk {
  const why = intent ? 'send' : 'look';
  const { port1, port2 } = new MessageChannel();
  const post = (message: ToWarning): void => port1.postMessage(message);
  const { moveToBcc, remove, goTo, removeFile } = desk.composer.edits;
  port1.addEventListener('message', ({ data }: MessageEvent<ToGuard>) => void hear(data));
  port1.start();
  const can = {
    moveToBcc: moveToBcc !== undefined,
    remove: remove !== undefined,
    goTo: goTo !== undefined,
    removeFile: removeFile !== undefined,
  };
  void box.loaded.then(() => {
    box.connect(secret, port2);
    post({ kind: 'held', draft: first.draft, why, can, surfaceName: desk.surface.name });
  });

  return { tell: ({ draft }) => post({ kind: 'draft', draft }) };

  async function hear(message: ToGuard): Promise<void> {
    switch (message.kind) {
      case 'ready':
        ends.ready();
        box.takeKeys();
        return box.setHeight(message.height);
      case 'size':
        return box.setHeight(message.height);
      case 'fix': {
        const done = await box.besidePage(() => tryFix(desk, message.fix));
        post({ kind: 'fixed', fix: message.fix, done });
        return post({ kind: 'draft', draft: readForSend(desk, intent).draft });
      }
      case 'go-to':
        ends.back();
        desk.composer.edits.goTo?.(message.place);
        return;
      case 'release': {
        const now = readForSend(desk, intent);
        // Anything else than what was shown is judged again before it goes.
        if (why === 'look' || now.digest !== digestOf(message.draft)) return post({ kind: 'draft', draft: now.draft });
        return ends.release({ draft: message.draft, digest: now.digest });
      }
      case 'choose':
        desk.chosen.set(message.address, message.personId);
        return post({ kind: 'draft', draft: readForSend(desk, intent).draft });
      case 'skip-files':
        return desk.files.skip(readForSend(desk, intent).draft);
      case 'back':
        return ends.back();
      default:
        return never(message);
    }
  }
}

/** True only when the page is seen to have done it. */
async function tryFix(desk: Desk, fix: Fix): Promise<boolean> {
  const { moveToBcc, remove, goTo, removeFile } = desk.composer.edits;
  const addresses = fix.addresses ?? [];
  try {
    switch (fix.kind) {
      case 'move-to-bcc':
        return (await moveToBcc?.(addresses)) ?? false;
      case 'remove-people':
        return (await remove?.(addresses)) ?? false;
      case 'remove-file':
        return fix.file !== undefined && ((await removeFile?.(fix.file)) ?? false);
      case 'go-to-it':
        return fix.place ? (goTo?.(fix.place) ?? false) : false;
      case 'check-again':
        return true;
      case 'reload-page':
        desk.root.ownerDocument.defaultView?.location.reload();
        return true;
      default:
        return false;
    }
  } catch {
    return false;
  }
}
