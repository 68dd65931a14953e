/** Somebody in a list to choose from. */
export function CandidateWords({ name, outlet }: { readonly name: string; readonly outlet?: string }) {
  return (
    <>
      <span dir="auto">{name}</span>
      {outlet && (
        <span className="soft" dir="auto">
          {outlet}
        </span>
      )}
    </>
  );
}
