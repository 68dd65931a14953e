// The page of the end-to-end tests (`tests/e2e/pages/gmail`, its sources stand there), opened as the contract suite asks.
(() => {
  const { page } = window.kit;
  const PEOPLE = { ana: 'ana@harian.example', sari: 'sari@tabloid.example' };
  // Names of conversations: `ana`, `sari`, and `ana inline` for a reply under a letter.
  const show = (conversation) => {
    for (const state of [...composes.values()]) close(state);
    document.querySelectorAll('#threads > *, .schedule, #sbddm, [role="alertdialog"]').forEach((each) => each.remove());
    const [who, layout = 'docked'] = conversation.split(' ');
    window.openCompose({ layout, to: [PEOPLE[who] ?? PEOPLE.ana], subject: 'Kabar' });
  };
  page({
    show,
    breaks: {
      to: () => document.querySelectorAll('[name="to"], [name="cc"], [name="bcc"], .aoD.hl').forEach((each) => each.remove()),
      send: () => document.querySelectorAll('.dC > [role="button"]:not(.hG)').forEach((each) => {
        each.className = 'aa';
        for (const name of ['role', 'data-tooltip', 'aria-label', 'jslog']) each.removeAttribute(name);
      }),
    },
  });
  Object.defineProperty(window.site, 'sent', { get: () => window.__sent.map(({ to, text, how }) => ({ to, text, how })) });
})();
