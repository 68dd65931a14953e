import tinymce from 'tinymce';
import 'tinymce/icons/default';
import 'tinymce/models/dom';
import 'tinymce/themes/silver';
import { element, isSendingEnter, record, start } from './app.js';

start(async (host, send) => {
  const area = element('textarea', { 'aria-label': 'Message' });
  host.append(area);
  const [editor] = await tinymce.init({
    target: area, license_key: 'gpl', skin: false, content_css: false, content_style: 'body { min-height: 40px }',
    menubar: false, toolbar: false, statusbar: false, promotion: false, height: 120, width: 300,
    setup: (made) => made.on('keydown', (event) => { if (isSendingEnter(event)) { event.preventDefault(); send(); } }),
  });
  // Its skin's style sheet would show it.
  editor.getContainer().style.visibility = 'visible';
  record(editor.getWin());
  return { read: () => editor.getContent({ format: 'text' }), clear: () => editor.setContent(''), focus: () => editor.focus() };
});
