export { useLive } from '@/lib/ledger/use-live.ts';
