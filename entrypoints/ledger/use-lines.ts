import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { Desk, LineView, PlanView } from '@/lib/exchange/desk.ts';
import type { Shown } from '@/lib/exchange/preview.ts';

/** Rows that are fetched at once. */
const PAGE = 100;

interface Lines {
  /** Undefined: not here yet. */
  readonly lineOf: (shown: Shown, index: number) => LineView | undefined;
  /** These rows are in sight: what is missing of them is fetched. */
  readonly onSight: (shown: Shown, from: number, to: number) => void;
}

/** The rows in sight, fetched from the desk page by page. Those of the plan before stay until the new ones are here. */
export function useLines(desk: Desk, plan: PlanView | undefined): Lines {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const pages = useRef(new Map<string, { readonly plan: PlanView; readonly lines: readonly LineView[] }>());
  const asked = useRef(new Map<string, PlanView>());
  const sight = useRef<readonly [Shown, number, number]>(['all', 0, PAGE]);

  const load = useCallback(
    (shown: Shown, from: number, to: number): void => {
      if (plan === undefined) return;
      for (let page = Math.floor(from / PAGE); page <= Math.floor(to / PAGE); page += 1) {
        const name = `${shown} ${page}`;
        if (asked.current.get(name) === plan) continue;
        asked.current.set(name, plan);
        desk.lines(shown, page * PAGE, (page + 1) * PAGE).then(
          (lines) => {
            if (asked.current.get(name) !== plan) return;
            pages.current.set(name, { plan, lines });
            draw();
          },
          () => asked.current.delete(name),
        );
      }
    },
    [desk, plan],
  );
  useEffect(() => load(...sight.current), [load]);

  return {
    lineOf: (shown, index) => pages.current.get(`${shown} ${Math.floor(index / PAGE)}`)?.lines[index % PAGE],
    onSight: useCallback(
      (shown, from, to) => {
        sight.current = [shown, from, to];
        load(shown, from, to);
      },
      [load],
    ),
  };
}
