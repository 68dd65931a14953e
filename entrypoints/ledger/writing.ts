export { note, writer } from '@/lib/ledger/writing.ts';
