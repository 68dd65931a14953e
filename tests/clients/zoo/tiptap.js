import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { isSendingEnter, start } from './app.js';

start(async (host, send) => {
  const editor = new Editor({
    element: host,
    extensions: [StarterKit],
    // Its style sheet would be put into the document's head, which a tree of its own does not see.
    injectCSS: false,
    editorProps: {
      attributes: { role: 'textbox', 'aria-label': 'Message', style: 'min-height: 40px; border: 1px solid; white-space: pre-wrap' },
      handleKeyDown: (view, event) => {
        if (view.composing || !isSendingEnter(event)) return false;
        send();
        return true;
      },
    },
  });
  return { read: () => editor.getText(), clear: () => editor.commands.clearContent(true), focus: () => editor.commands.focus() };
});
