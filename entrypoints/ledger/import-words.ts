import type { RejectWords } from '@/lib/exchange/desk-here.ts';
import { languageOf, setLanguage, t } from '@/lib/platform/words.ts';
import { sayRow } from './import-file.ts';

export const rejectWords: RejectWords = (language) => {
  setLanguage(languageOf(language));
  return { line: t('import_col_line'), reason: t('import_col_reason'), say: sayRow };
};
