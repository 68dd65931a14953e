/**
 * Regular expressions come with data, and run while a person presses Send, over a name or an address: none may take a
 * time that grows out of hand. So: short, no back references and no looking behind, nothing unbounded inside of
 * something unbounded, and at most three repetitions that may have to be tried again (two, where the pattern can begin
 * anywhere).
 */
const LONGEST = 200;
const WIDEST = 64;

interface Token {
  readonly text: string;
  readonly kind: 'atom' | 'open' | 'close' | 'or' | 'edge';
  /** Most repetitions; 1 without a quantifier. */
  readonly most: number;
  readonly least: number;
}

const TOKEN =
  /(\(\?[:=!]|\(\?<[A-Za-z]\w*>|\()|(\))|(\|)|(\^|\$|\\[bB])|(\\.|\[(?:\\.|[^\]\\])*\]|[^\\()[\]|^$*+?{}])/uy;
const QUANTIFIER = /([*+?]|\{(\d+)(,?)(\d*)\})\??/y;

export function isBounded(pattern: string): boolean {
  if (pattern.length > LONGEST || /\\[1-9k]|\(\?</.test(pattern) || !compiles(pattern)) return false;
  const tokens = tokensOf(pattern);
  return tokens !== undefined && nothingNested(tokens) && retriedMost(tokens) + (pattern.startsWith('^') ? 0 : 1) <= 3;
}

function compiles(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern, 'g'));
  } catch {
    return false;
  }
}

function tokensOf(pattern: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < pattern.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(pattern);
    if (!found) return undefined;
    at = TOKEN.lastIndex;
    const kind = (['open', 'close', 'or', 'edge', 'atom'] as const)[
      found.slice(1).findIndex((each) => each !== undefined)
    ];
    QUANTIFIER.lastIndex = at;
    const times = QUANTIFIER.exec(pattern);
    if (times) at = QUANTIFIER.lastIndex;
    tokens.push({ text: found[0], kind: kind ?? 'atom', ...count(times) });
  }
  return tokens;
}

function count(times: RegExpExecArray | null): Pick<Token, 'least' | 'most'> {
  if (!times) return { least: 1, most: 1 };
  const [, sign = '', least = '', comma = '', most = ''] = times;
  if (sign === '?') return { least: 0, most: 1 };
  if (sign === '*' || sign === '+') return { least: sign === '*' ? 0 : 1, most: Number.POSITIVE_INFINITY };
  const top = comma === '' ? Number(least) : most === '' ? Number.POSITIVE_INFINITY : Number(most);
  return { least: Number(least), most: top };
}

/** A group that repeats holds neither a choice nor another repetition. */
function nothingNested(tokens: readonly Token[]): boolean {
  const open: { repeats: boolean }[] = [];
  for (const { kind, most } of tokens) {
    if (kind === 'open') open.push({ repeats: false });
    else if (kind === 'close') {
      const group = open.pop();
      if (group?.repeats && most > 1) return false;
      // What repeats inside of a group repeats inside of the group around it too.
      const around = open.at(-1);
      if (around && (group?.repeats || most > 1)) around.repeats = true;
    } else {
      const inside = open.at(-1);
      if (inside && (most > 1 || kind === 'or')) inside.repeats = true;
    }
  }
  return true;
}

/** Of several choices only one is tried at a time. */
function retriedMost(tokens: readonly Token[]): number {
  const choices: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'or') choices.push([]);
    choices.at(-1)?.push(token);
  }
  return Math.max(...choices.map(retried));
}

/** Repetitions that may have to give back what they took: all but those that end the pattern or meet what they cannot take. */
function retried(tokens: readonly Token[]): number {
  return tokens.filter((token, at) => {
    if (token.most <= WIDEST && token.most < 8) return false;
    if (token.kind === 'close') return true;
    const next = tokens.slice(at + 1).find(({ kind }) => kind !== 'close' && kind !== 'open');
    if (next === undefined) return false;
    return !(next.kind === 'atom' && next.least > 0 && isPlain(next.text) && !takes(token.text, next.text));
  }).length;
}

const isPlain = (text: string): boolean => /^(?:[^.\\[]|\\[^a-zA-Z0-9])$/u.test(text);
const takes = (atom: string, plain: string): boolean =>
  new RegExp(`^${atom}$`).test(plain.length > 1 ? plain.slice(1) : plain);
