import { type LawPackView, LawsPage } from '@/components/ledger/laws.tsx';
import { LAW_PACKS, type LawPackId } from '@/lib/domain/enums.ts';
import { countryIn } from '@/lib/domain/notice-text.ts';
import { PERSONAL_SPACE, SELF } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { lawPack } from '@/lib/law/articles.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { note } from '@/lib/ledger/writing.ts';
import { currentLanguage, locale, t, words } from '@/lib/platform/words.ts';

/** `#/settings/laws`. */
export function LawsRoom({ ledger, policy }: { readonly ledger: Ledger; readonly policy: Policy }) {
  const set = async (change: Partial<Policy>): Promise<Phrase | undefined> => {
    const written = await ledger.setPolicy(PERSONAL_SPACE, change, SELF);
    if (!written.ok) return phraseOf(written.error);
    await note(ledger, { kind: 'settings' });
    return undefined;
  };
  return (
    <LawsPage
      packs={LAW_PACKS.map(viewOf)}
      chosen={policy.lawPacks}
      holidays={policy.holidays ?? []}
      onChoose={(lawPacks) => set({ lawPacks })}
      onHolidays={(holidays) => set({ holidays })}
    />
  );
}

function viewOf(id: LawPackId): LawPackView {
  const { jurisdiction, rows } = lawPack(id);
  const month = new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return {
    id,
    name: t(`pack_${id}`),
    country: countryIn({ language: currentLanguage() }, jurisdiction),
    rows: rows.map(({ article, key, mark, wording, source, read }) => ({
      article,
      sentence: words(key),
      mark: mark === 'V' || mark === 'V2' ? mark : 'NV',
      unread: wording === 'NV',
      source,
      read: month.format(new Date(`${read}-01T00:00:00Z`)),
    })),
  };
}
