import { Check, CircleAlert, CircleHelp, CircleSlash, Clock, type LucideIcon, Scale } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import type { Channel, Purpose } from '@/lib/domain/enums.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import { t } from '@/lib/platform/words.ts';
import { writeInstant } from '../kit/instant.tsx';
import { capital } from '../kit/sentence.ts';
import { type Standing, standingFor } from './standing.ts';

interface Props {
  readonly state: PersonState;
  readonly purposes: readonly Purpose[];
  readonly channels: readonly Channel[];
  readonly now: string;
  /** Undefined: it is only read here. */
  readonly onPick?: (purpose: Purpose, channel: Channel) => void;
}

const MARKS: Readonly<Record<Standing['state'], readonly [LucideIcon, string]>> = {
  given: [Check, 'daun'],
  renewed: [Check, 'daun'],
  requested: [Clock, 'nila'],
  request_deferred: [Clock, 'kunyit'],
  expired: [Clock, 'kunyit'],
  refused: [CircleSlash, 'bata'],
  withdrawn: [CircleSlash, 'bata'],
  revoked: [CircleSlash, 'bata'],
  suppressed: [CircleSlash, 'bata'],
  invalidated: [CircleAlert, 'bata'],
  unknown: [CircleHelp, 'plain'],
};

/** The hero: rows are purposes, columns are channels. A cell shows its mark, and its words on hover and focus. */
export function ConsentGrid({ state, purposes, channels, now, onPick }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const move = (event: KeyboardEvent, row: number, column: number): void => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const [down = 0, right = 0] = step;
    table.current?.querySelector<HTMLElement>(`[data-cell="${row + down}:${column + right}"]`)?.focus();
  };
  return (
    <div className="grid-scroll">
      <table className="consent-grid" ref={table}>
        <caption className="told">{t('grid_caption', { name: state.person.name })}</caption>
        <thead>
          <tr>
            <td />
            {channels.map((channel) => (
              <th key={channel} scope="col">
                {capital(t(`channel_${channel}`))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {purposes.map((purpose, row) => (
            <tr key={purpose}>
              <th scope="row">{capital(t(`purpose_${purpose}`))}</th>
              {channels.map((channel, column) => (
                <td key={channel}>
                  <Cell
                    standing={standingFor(state, purpose, channel, now)}
                    place={`${row}:${column}`}
                    first={row === 0 && column === 0}
                    {...(onPick ? { onPick: () => onPick(purpose, channel) } : {})}
                    onKeyDown={(event) => move(event, row, column)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly standing: Standing;
  readonly place: string;
  readonly first: boolean;
  readonly onPick?: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Cell({ standing, place, first, onPick, onKeyDown }: CellProps) {
  const basis = standing.state === 'unknown' && standing.basis !== undefined;
  const [Icon, tone] = basis ? ([Scale, 'nila'] as const) : MARKS[standing.state];
  return (
    <button
      type="button"
      className={`cell cell-${tone}`}
      data-cell={place}
      tabIndex={first ? 0 : -1}
      // It still tells its words when the pointer or the keyboard comes to it.
      aria-disabled={onPick === undefined || undefined}
      onClick={onPick}
      onKeyDown={onKeyDown}
    >
      <Icon size={18} strokeWidth={1.75} aria-hidden />
      <span className="cell-words">{wordsOf(standing)}</span>
    </button>
  );
}

function wordsOf({ state, since, until, basis, conflict }: Standing): string {
  const head = state === 'unknown' && basis ? t('grid_basis', { basis: t(`basis_${basis}`) }) : t(`state_${state}`);
  return [
    capital(head),
    since && t('kit_since', { at: writeInstant(since, 'short') }),
    until && t('kit_until', { at: writeInstant(until, 'short') }),
    conflict && t('grid_conflict'),
  ]
    .filter(Boolean)
    .join(' · ');
}
