import { typeInto } from '../surfaces/typing.ts';
import type { Desk } from './desk.ts';

/**
 * Puts words before those that stand in a mail, as typing would, and reads again: true only where all of them are seen
 * there. Never in a chat: some of its editors show one text and send another.
 */
export function put(desk: Desk | undefined, words: string): boolean {
  const editor = desk?.composer.editor();
  if (!desk || !editor || desk.surface.channel !== 'email') return false;
  editor.focus();
  if ('value' in editor) {
    const field = editor as HTMLTextAreaElement;
    typeInto(field, `${words}\n\n${field.value}`);
  } else {
    const { ownerDocument: document } = editor;
    const selection = document.getSelection();
    selection?.selectAllChildren(editor);
    selection?.collapseToStart();
    document.execCommand('insertText', false, `${words}\n\n`);
  }
  const { text } = desk.composer.read();
  return words.split('\n').every((line) => text.includes(line.trim()));
}
