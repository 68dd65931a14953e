import type { Content } from '@/lib/domain/draft.ts';
import type { SiteCase, Way } from '../case.ts';

const panel = (name: string, content: Content, selector: string): Way => ({
  name,
  content,
  press: async (hand) => {
    await hand.click('[aria-label="Open sticker picker"]');
    await hand.click(selector);
  },
});

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
      ways: [
        { name: 'Enter', press: (hand) => hand.focus('[data-slate-editor]').then(() => hand.key('Enter')) },
        panel('a sticker', 'sticker', '[data-type="sticker"]'),
        panel('a moving picture', 'gif', '[data-film]'),
      ],
      breaks: { recipients: 'address' },
    },
  ],
};
export default discord;
