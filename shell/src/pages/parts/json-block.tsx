/** Data as it is kept, to be read and copied. */
export const JsonBlock = ({ value }: { value: unknown }) => (
  <pre className="pages-text io-mono" dir="ltr">
    {JSON.stringify(value, null, 2)}
  </pre>
)
