import { registerPlainText } from '@lexical/plain-text';
import { $createParagraphNode, $getRoot, COMMAND_PRIORITY_HIGH, createEditor, KEY_ENTER_COMMAND } from 'lexical';
import { element, start } from './app.js';

start(async (host, send) => {
  const box = element('div', { contenteditable: 'true', role: 'textbox', 'aria-label': 'Message', style: 'min-height: 40px; border: 1px solid; white-space: pre-wrap' });
  host.append(box);
  const editor = createEditor({ namespace: 'zoo', onError: (error) => { throw error; } });
  editor.setRootElement(box);
  registerPlainText(editor);
  editor.registerCommand(KEY_ENTER_COMMAND, (event) => {
    if (!event || event.shiftKey || event.isComposing) return false;
    event.preventDefault();
    send();
    return true;
  }, COMMAND_PRIORITY_HIGH);
  editor.update(() => { $getRoot().clear().append($createParagraphNode()); });
  return {
    read: () => editor.getEditorState().read(() => $getRoot().getTextContent()),
    clear: () => editor.update(() => { const line = $createParagraphNode(); $getRoot().clear().append(line); line.select(); }),
    focus: () => box.focus(),
  };
});
