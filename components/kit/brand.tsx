import { Seal, type SealState } from './seal.tsx';

/** The seal and the name, at the head of every door. */
export function Brand({ state = 'clear', size = 24 }: { readonly state?: SealState; readonly size?: number }) {
  return (
    <span className="brand">
      <Seal state={state} size={size} silent />
      <span translate="no">Izin</span>
    </span>
  );
}
