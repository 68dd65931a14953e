import { chatShown, isChatAddress, isChatTitle } from '@/lib/domain/chat.ts';
import type { Channel } from '@/lib/domain/enums.ts';
import { t } from '@/lib/platform/words.ts';

/** An address as a person reads it. Of a chat that shows neither number nor handle: by what it is known. */
export function addressWords(address: string, channel: Channel): string {
  if (!isChatAddress(address)) return address;
  const params = { shown: chatShown(address), channel: t(`channel_${channel}`) };
  return t(isChatTitle(address) ? 'kit_chat_titled' : 'kit_chat_thread', params);
}
