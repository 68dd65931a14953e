// Both clients at their own paths of one origin. A user's peer id is positive, a group's or channel's is negative.
(() => {
  const PEERS = {
    rani: { id: '5001', at: '@rani_kusuma', name: 'Rani Kusuma', info: 'last seen recently' },
    jati: { id: '5002', at: '@jatiwibowo', name: 'Jati Wibowo', info: 'online' },
    sinta: { id: '5003', at: '5003', name: 'Sinta Larasati', info: 'online' },
    group: { id: '-7001', at: '-7001', name: 'Tim liputan', info: '12 members' },
    channel: { id: '-8001', at: '-8001', name: 'Siaran pers', info: '340 subscribers' },
  };
  const client = location.pathname.startsWith('/a') ? window.a : window.k;
  const app = document.querySelector('#app');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('[contenteditable] { display: block; min-height: 32px; width: 320px; border: 1px solid } [hidden] { display: none } .btn-menu, .popup, .Menu, .Modal { border: 1px solid; width: 300px }');
  document.adoptedStyleSheets = [sheet];
  const show = (conversation) => client.show(app, PEERS[conversation] ?? PEERS.rani);
  window.kit.page({ show, breaks: client.breaks });
  show('rani');
})();
