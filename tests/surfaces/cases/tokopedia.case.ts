import type { SiteCase } from '../case.ts';

const tokopedia: SiteCase = {
  surface: 'tokopedia',
  url: 'https://seller.tokopedia.com/chat',
  page: 'generic',
  boxes: [
    {
      box: 'message',
      editor: 'textarea',
      clean: {
        conversation: 'rani',
        recipients: [{ field: 'direct', address: 'chat:Rani Kusuma', name: 'Rani Kusuma' }],
      },
      stopped: { conversation: 'jati', channel: 'marketplace_chat', address: 'chat:Jati Wibowo' },
      ways: [
        { name: 'Enter', press: (hand) => hand.focus('textarea').then(() => hand.key('Enter')) },
        { name: 'the button', press: (hand) => hand.click('[aria-label=Kirim]') },
      ],
      breaks: { recipients: 'list' },
    },
  ],
};
export default tokopedia;
