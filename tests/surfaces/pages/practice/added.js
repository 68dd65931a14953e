// Our own practice page, as it is built; this only opens it as the contract suite asks and reads its list of what was sent.
(() => {
  const $ = (selector) => document.querySelector(selector);
  // As a person's input tells React: the field's own setter, then the event.
  const write = (field, value) => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, value);
    field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  };
  // `mail ADDRESS` or `chat NUMBER`.
  const show = async (conversation) => {
    while (!$('[data-practice="chat"] select')) await new Promise((resolve) => setTimeout(resolve, 20));
    const [kind, whom] = conversation.split(' ');
    for (const field of document.querySelectorAll('[data-practice] input, [data-practice] textarea')) write(field, '');
    if (kind === 'chat') write($('[data-practice="chat"] select'), whom);
    else write($('[data-practice="mail"] input[name="to"]'), whom);
  };
  window.kit.page({ show });
  Object.defineProperty(window.site, 'sent', {
    get: () => [...document.querySelectorAll('.sent > li')].reverse().map((each) => ({ to: [each.querySelector('[data-sent-field]')?.textContent ?? ''], text: each.querySelector('.sent-body').textContent, how: 'practice' })),
  });
})();
