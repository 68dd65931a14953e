import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';
import { t } from '@/lib/platform/words.ts';
import { Disclosure } from '../kit/disclosure.tsx';
import { Table } from '../kit/table.tsx';

/** The figures of a picture, one key away; on paper they always stand below it. */
export function OverviewTable<Row>(props: ComponentProps<typeof Table<Row>>): ReactNode {
  const at = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const own = new AbortController();
    const details = (): HTMLDetailsElement | null => at.current?.querySelector('details') ?? null;
    let before = false;
    const unfold = (): void => {
      const one = details();
      before = one?.open ?? false;
      if (one) one.open = true;
    };
    const fold = (): void => {
      const one = details();
      if (one) one.open = before;
    };
    window.addEventListener('beforeprint', unfold, own);
    window.addEventListener('afterprint', fold, own);
    return () => own.abort();
  }, []);
  return (
    <div ref={at} className="overview-table">
      <Disclosure summary={<span className="no-print">{t('overview_as_table')}</span>}>
        <Table {...props} />
      </Disclosure>
    </div>
  );
}
