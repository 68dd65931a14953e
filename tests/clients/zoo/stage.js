// Where the chat stands: /zoo/EDITOR/SHAPE. The editor's script runs in the window that the stage belongs to.
const [, , editor, shape] = location.pathname.split('/');
window.site = { sent: [], seen: [], ready: false, failed: '' };

async function run(inside, stage) {
  const script = inside.document.createElement('script');
  script.textContent = await (await fetch(`/t/${editor}.js`)).text();
  inside.zooStage = stage;
  inside.zooSite = window.site;
  inside.document.head.append(script);
}
const place = (inside) => {
  const stage = inside.document.createElement('main');
  inside.document.body.append(stage);
  return stage;
};

if (shape === 'light') run(window, place(window));
if (shape === 'open' || shape === 'closed') {
  const stage = document.createElement('main');
  place(window).attachShadow({ mode: shape }).append(stage);
  run(window, stage);
}
if (shape === 'frame') {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 560px; height: 320px';
  frame.srcdoc = '<!doctype html><meta charset="utf-8"><body></body>';
  frame.addEventListener('load', () => run(frame.contentWindow, place(frame.contentWindow)), { once: true });
  document.body.append(frame);
}
if (shape === 'window' || shape === 'written') {
  const button = document.createElement('button');
  button.textContent = 'Pop out';
  button.id = 'pop-out';
  button.addEventListener('click', () => {
    const inside = window.open('about:blank', '', 'width=640,height=480');
    if (shape === 'written') {
      inside.document.open();
      inside.document.write('<!doctype html><meta charset="utf-8"><title>Message</title><body></body>');
      inside.document.close();
    }
    run(inside, place(inside));
  });
  document.body.append(button);
}
