// A chat that nobody knows: sends on the button's mouse up and on Enter, and draws its Send anew after each message.
const names = { 8841001: 'Sari Wulandari', 8841002: 'Bagas Pratama' };
window.__sent = [];
window.__heard = [];
const box = document.querySelector('[role=textbox]');
const bar = box.parentElement;
const send = () => {
  if (!box.innerText.trim()) return;
  window.__sent.push({ to: document.querySelector('h2').textContent, text: box.innerText.trim() });
  const row = document.createElement('li');
  row.textContent = box.innerText;
  document.querySelector('ol').append(row);
  box.textContent = '';
  bar.lastElementChild.replaceWith(bar.lastElementChild.cloneNode(true));
};
bar.addEventListener('mouseup', (event) => event.target.closest('[role=button]') === bar.lastElementChild && send());
bar.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  if (event.target === box || event.target === bar.lastElementChild) send();
});
for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'keydown', 'keyup', 'submit'])
  window.addEventListener(type, (event) => window.__heard.push(`${type} ${event.key ?? ''}`.trim()), true);
addEventListener('hashchange', () => {
  const id = location.hash.split('/').at(-1);
  if (names[id]) document.querySelector('h2').textContent = names[id];
});
