import { type ReactNode, useId } from 'react';

/** A question, its short answer, its picture, and the table with the same figures. */
export function OverviewPart({
  question,
  answer,
  children,
}: {
  readonly question: string;
  readonly answer: string;
  readonly children?: ReactNode;
}) {
  const id = useId();
  return (
    <section className="overview-part" aria-labelledby={id}>
      <h2 id={id}>{question}</h2>
      <p>{answer}</p>
      {children}
    </section>
  );
}
