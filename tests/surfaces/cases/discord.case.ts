import type { SiteCase } from '../case.ts';

const discord: SiteCase = {
  surface: 'discord',
  url: 'https://discord.com/channels/@me/101',
  page: 'work-chats',
  boxes: [
    {
      box: 'message',
      editor: '[data-slate-editor]',
      clean: {
        conversation: 'rani',
        recipients: [{ field: 'direct', address: 'thread:@me/101', name: 'Rani Kusuma' }],
      },
      stopped: { conversation: 'jati', channel: 'other_chat', address: 'thread:@me/102' },
      group: { conversation: 'redaksi' },
      ways: [{ name: 'Enter', press: (hand) => hand.focus('[data-slate-editor]').then(() => hand.key('Enter')) }],
      breaks: { recipients: 'address' },
    },
  ],
};
export default discord;
