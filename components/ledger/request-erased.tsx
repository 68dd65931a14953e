import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { RequestAnswer } from './request-answer.tsx';

interface Props {
  readonly answer: (language: 'id' | 'en') => string;
  readonly language: 'id' | 'en';
  /** Where the answer goes; it is forgotten with this page. */
  readonly addresses: readonly string[];
  readonly onCertificate: () => void;
}

/** After the erasure: the person is told, from what this page alone still remembers. */
export function RequestErased({ answer, language, addresses, onCertificate }: Props) {
  return (
    <div className="page">
      <h1>{t('erased_head')}</h1>
      <Notice tone="daun" live>
        <p>{t('erased_done')}</p>
        <Button onClick={onCertificate}>{t('erasures_save')}</Button>
      </Notice>
      <section className="block">
        <h2>{t('erased_tell')}</h2>
        <p>{t('erased_tell_what')}</p>
        <ul className="points">
          {addresses.map((address) => (
            <li key={address} dir="auto">
              {address}
            </li>
          ))}
        </ul>
      </section>
      <RequestAnswer answer={answer} language={language} />
      <p>
        <a href="#/requests">{t('erased_leave')}</a>
      </p>
    </div>
  );
}
