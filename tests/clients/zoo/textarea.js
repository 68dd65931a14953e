import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { isSendingEnter, start } from './app.js';

start((host, send) => new Promise((resolve) => {
  let text = '';
  let change;
  const root = createRoot(host);
  function Box() {
    const [value, setValue] = useState('');
    text = value;
    change = setValue;
    return createElement('textarea', {
      'aria-label': 'Message', value,
      ref: (area) => area && resolve({ read: () => text, clear: () => change(''), focus: () => area.focus() }),
      onChange: (event) => setValue(event.target.value),
      onKeyDown: (event) => { if (isSendingEnter(event.nativeEvent)) { event.preventDefault(); send(); } },
    });
  }
  root.render(createElement(Box));
}));
