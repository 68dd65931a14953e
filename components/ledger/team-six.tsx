/** Six words to be read out; they are of one list in both languages. */
export function SixWords({ label, words }: { readonly label: string; readonly words: readonly string[] }) {
  return (
    <ol className="team-six" aria-label={label} translate="no" lang="id">
      {words.map((word, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice; its place is what it is
        <li key={at}>{word}</li>
      ))}
    </ol>
  );
}
