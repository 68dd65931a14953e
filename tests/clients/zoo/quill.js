import Quill from 'quill';
import { element, start } from './app.js';

start(async (host, send) => {
  const box = element('div', { style: 'border: 1px solid' });
  host.append(box);
  const quill = new Quill(box, {
    modules: {
      toolbar: false,
      keyboard: { bindings: { send: { key: 'Enter', shiftKey: false, handler: () => { send(); return false; } } } },
    },
  });
  quill.root.setAttribute('role', 'textbox');
  quill.root.setAttribute('aria-label', 'Message');
  quill.root.style.minHeight = '40px';
  return { read: () => quill.getText(), clear: () => quill.setText('', 'user'), focus: () => quill.focus() };
});
