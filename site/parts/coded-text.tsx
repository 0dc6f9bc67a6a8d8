/** A plain sentence in which backticks mark code, as findings and descriptions of test cases are written. */
export function CodedText({ text }: { text: string }) {
  return <>{text.split("`").map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>;
}
