const Glyph = ({ path }: { path?: string }) => (
  <span className="io-checkbox" data-on={path ? '' : undefined}>
    {path && (
      <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden>
        <path d={path} fill="none" stroke="currentColor" strokeWidth={2} strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    )}
  </span>
)

/** The glyphs of MUI's Checkbox in its three states. */
export const checkboxIcons = {
  icon: <Glyph />,
  checkedIcon: <Glyph path="M2.5 6.3 5 8.8l4.5-5.3" />,
  indeterminateIcon: <Glyph path="M3 6h6" />,
}
