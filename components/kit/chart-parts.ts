/**
 * One share of a bar. Colour is never alone: each tone has a pattern of its own, the figure stands in words beside it,
 * and the whole is in the table next to the picture.
 */
export interface Part {
  readonly id: string;
  readonly label: string;
  readonly tone: ChartTone;
  readonly value: number;
}

/** `daun` is plain, `kunyit` dotted, `bata` hatched, `nila` lined, `plain` empty with an edge. */
export type ChartTone = 'daun' | 'kunyit' | 'bata' | 'nila' | 'plain';

export const sum = (parts: readonly Pick<Part, 'value'>[]): number => parts.reduce((all, { value }) => all + value, 0);
