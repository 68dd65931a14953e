/** Whom a text is written for. */
export interface Reader {
  /** BCP 47. */
  readonly language: string;
  /** The words of a key in that language. */
  readonly say: (key: string, params?: Readonly<Record<string, string | number>>) => string;
  /** IANA name; left out: UTC. */
  readonly zone?: string;
}
