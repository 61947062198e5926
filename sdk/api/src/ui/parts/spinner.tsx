/** The only thing that turns: inside a button at work. Decorative: the button says `aria-busy`. */
export const Spinner = ({ size = 16 }: { size?: number }) => (
  <span className="io-spinner" role="progressbar" aria-hidden style={{ width: size, height: size }} />
)
