/**
 * A list of invented people as CSV: name, role, outlet, e-mail, number, consent, as press lists have them. The same for the
 * same number of rows. One row in fifty is somebody who stands in it before, one in two hundred has a fault.
 */
export function* inventedList(rows: number): Generator<string> {
  const random = lcg(20_261_122);
  const of = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  yield 'Nama,Peran,Media,Email,No WA,Instagram,Topik,Persetujuan,Tgl Persetujuan,Bukti\r\n';
  let lines = '';
  let before: string | undefined;
  for (let at = 0; at < rows; at += 1) {
    const again = before !== undefined && at % 50 === 49;
    const line = again ? `${before}` : personLine(at, of, random);
    if (at % 50 === 7) before = line;
    lines += line;
    if (lines.length > 65_536) {
      yield lines;
      lines = '';
    }
  }
  yield lines;
}

/** The least that a list is: name, role, outlet and e-mail, every row somebody else. */
export function* plainList(rows: number): Generator<string> {
  const random = lcg(20_261_122);
  const of = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  let lines = 'Nama,Peran,Media,Email\r\n';
  for (let at = 0; at < rows; at += 1) {
    const [first, last] = [of(WORDS), `${of(WORDS)}${of(ENDS)}`];
    const outlet = `${of(KINDS)} ${of(PLACES)}${of(ENDS)}`;
    const address = `${first}.${last}${at}@${outlet.replaceAll(' ', '')}.example`.toLowerCase();
    lines += `${first} ${last},wartawan,${outlet},${address}\r\n`;
    if (lines.length <= 65_536) continue;
    yield lines;
    lines = '';
  }
  yield lines;
}

function personLine(at: number, of: <T>(list: readonly T[]) => T, random: () => number): string {
  const first = of(WORDS);
  const last = `${of(WORDS)}${of(ENDS)}`;
  const outlet = `${of(KINDS)} ${of(PLACES)}${of(ENDS)}`;
  const slug = outlet.toLowerCase().replaceAll(' ', '');
  const name = random() < 0.2 ? `Muh. ${first} ${last}` : `${first} ${last}`;
  const email = at % 200 === 3 ? 'belum ada' : `${first.toLowerCase()}.${last.toLowerCase()}${at}@${slug}.example`;
  const digits = String(10_000_000 + at).slice(-8);
  const number = at % 3 === 0 ? `+62812${digits}` : at % 3 === 1 ? `0813-${digits.slice(0, 4)}-${digits.slice(4)}` : '';
  const agreed = random() < 0.3 ? 'ya,1 Juni 2026,Formulir Temu Media' : ',,';
  return `${name},${of(ROLES)},"${outlet}",${email},${number},@${first.toLowerCase()}${at},${of(TOPICS)},${agreed}\r\n`;
}

const lcg = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
};

const SYLLABLES = ['ra', 'ni', 'sa', 'ku', 'de', 'wi', 'la', 'pu', 'ta', 'mo', 'ha', 'yu'] as const;
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const WORDS = SYLLABLES.flatMap((a) => SYLLABLES.flatMap((b) => SYLLABLES.slice(0, 5).map((c) => capital(a + b + c))));
const ENDS = ['', 'ti', 'wan', 'sih', 'no', 'man'] as const;
const KINDS = ['Harian', 'Radio', 'Majalah', 'Portal', 'Tabloid', 'Kabar', 'Warta', 'Suara'] as const;
const PLACES = SYLLABLES.flatMap((a) => SYLLABLES.map((b) => capital(a + b)));
const ROLES = ['wartawan', 'redaktur', 'pemengaruh', 'reporter senior', ''] as const;
const TOPICS = ['ekonomi', 'energi; tambang', 'gaya hidup', ''] as const;
