import './global.js';
import { ContentState, Editor, EditorState, getDefaultKeyBinding } from 'draft-js';
import { createElement, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { start } from './app.js';

start((host, send) => new Promise((resolve) => {
  let now;
  let change;
  host.style.cssText = 'min-height: 40px; border: 1px solid';
  function Box() {
    const [state, setState] = useState(() => EditorState.createEmpty());
    const told = useRef(false);
    now = state;
    change = setState;
    return createElement(Editor, {
      editorState: state,
      ariaLabel: 'Message',
      onChange: setState,
      keyBindingFn: getDefaultKeyBinding,
      handleReturn: (event) => { if (event.shiftKey) return 'not-handled'; send(); return 'handled'; },
      ref: (editor) => {
        if (!editor || told.current) return;
        told.current = true;
        resolve({
          read: () => now.getCurrentContent().getPlainText(),
          clear: () => change(EditorState.moveFocusToEnd(EditorState.push(now, ContentState.createFromText(''), 'remove-range'))),
          // Its own focus() looks for what scrolls, and stumbles over a shadow root.
          focus: () => host.querySelector('[contenteditable]').focus(),
        });
      },
    });
  }
  createRoot(host).render(createElement(Box));
}));
