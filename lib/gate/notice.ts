import { COLOURS, createHost, DIALOG, make } from './host.ts';
import { say } from './words.ts';

type Words = Parameters<typeof say>[0];

export interface NoticeChoice {
  readonly label: Words;
  readonly run: () => void;
}

/**
 * The few words that must be said when our own page cannot say them: general ones, nothing of the ledger.
 * Only a person presses its buttons. The first choice has the focus; Esc is the first choice too.
 */
export function showNotice(
  document: Document,
  title: Words,
  text: Words,
  choices: readonly NoticeChoice[],
): { readonly isThere: () => boolean; readonly remove: () => void } {
  const language = navigator.language;
  const { host, root } = createHost(document, { top: '0', left: '0', width: '0', height: '0' });
  const font = { font: '15px/1.5 system-ui, sans-serif', color: COLOURS.ink };
  const buttons = choices.map((choice, at) =>
    button(document, say(choice.label, language), at === 0, () => finish(choice)),
  );
  const heading = make(document, 'strong', { ...font, 'font-size': '18px' }, [say(title, language)]);
  const words = make(document, 'p', { ...font, margin: '8px 0 16px' }, [say(text, language)]);
  const row = make(document, 'div', { display: 'flex', gap: '12px', 'flex-wrap': 'wrap' }, buttons);
  const dialog = make(document, 'dialog', { ...DIALOG, padding: '20px 24px' }, [heading, words, row]);
  heading.id = 'title';
  dialog.setAttribute('aria-labelledby', 'title');
  const remove = (): void => {
    host.remove();
  };
  function finish(choice: NoticeChoice): void {
    dialog.close();
    remove();
    choice.run();
  }
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    const first = choices[0];
    if (first) finish(first);
  });
  root.append(dialog);
  document.documentElement.append(host);
  dialog.showModal();
  buttons[0]?.focus();
  return { isThere: () => host.isConnected && dialog.open, remove };
}

function button(document: Document, label: string, main: boolean, press: () => void): HTMLButtonElement {
  const element = make(
    document,
    'button',
    {
      font: '15px/1.4 system-ui, sans-serif',
      padding: '6px 14px',
      'min-height': '32px',
      'border-radius': '8px',
      border: `1px solid ${main ? COLOURS.leaf : COLOURS.line}`,
      background: main ? COLOURS.leaf : 'transparent',
      color: main ? COLOURS.paper : COLOURS.ink,
      cursor: 'pointer',
    },
    [label],
  );
  element.type = 'button';
  element.addEventListener('click', (event) => {
    event.stopPropagation();
    if (event.isTrusted) press();
  });
  return element;
}
