/** Both are made non-extractable: their bytes never reach our code, only the browser's own store on disk. */
export interface VaultKeys {
  /** AES-GCM, 256 bits: payloads. */
  readonly seal: CryptoKey;
  /** HMAC-SHA-256: blind tokens. */
  readonly token: CryptoKey;
}

export interface KeyStore {
  load(): Promise<VaultKeys | undefined>;
  /** Keeps the first pair that was ever added and answers with it: two contexts may start at once. */
  add(keys: VaultKeys): Promise<VaultKeys>;
}

export function memoryKeyStore(kept?: VaultKeys): KeyStore {
  let held = kept;
  return {
    load: async () => held,
    add: async (keys) => {
      held ??= keys;
      return held;
    },
  };
}
