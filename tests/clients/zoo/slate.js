import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, Editor, Node, Transforms } from 'slate';
import { Editable, ReactEditor, Slate, withReact } from 'slate-react';
import { isSendingEnter, start } from './app.js';

start((host, send) => new Promise((resolve) => {
  function Box() {
    const [editor] = useState(() => withReact(createEditor()));
    const clear = () => {
      Transforms.delete(editor, { at: { anchor: Editor.start(editor, []), focus: Editor.end(editor, []) } });
      Transforms.select(editor, Editor.start(editor, []));
    };
    return createElement(Slate, { editor, initialValue: [{ type: 'paragraph', children: [{ text: '' }] }] },
      createElement(Editable, {
        'aria-label': 'Message', role: 'textbox', style: { minHeight: 40, border: '1px solid' },
        ref: (box) => box && resolve({ read: () => editor.children.map((line) => Node.string(line)).join('\n'), clear, focus: () => ReactEditor.focus(editor) }),
        onKeyDown: (event) => { if (isSendingEnter(event.nativeEvent)) { event.preventDefault(); send(); } },
      }));
  }
  createRoot(host).render(createElement(Box));
}));
