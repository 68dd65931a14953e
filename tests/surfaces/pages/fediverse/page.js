// Three clients of one network, by their hosts. `direct:NAME`: a direct post that begins with a mention.
const client = { 'elk.zone': window.elk, 'phanpy.social': window.phanpy }[location.hostname] ?? window.mastodon;
const app = document.querySelector('#app');
const sheet = new CSSStyleSheet();
sheet.replaceSync('textarea, [contenteditable] { display: block; min-height: 32px; width: 320px; border: 1px solid }');
document.adoptedStyleSheets = [sheet];
const show = (conversation) => {
  const [visibility, who] = (conversation || 'public').split(':');
  client.show(app, { visibility, words: who ? `@${who} ` : '' });
};
window.kit.page({ show, breaks: client.breaks });
show('');
