export { adviceOf, phraseOf } from '@/lib/ledger/said.ts';
