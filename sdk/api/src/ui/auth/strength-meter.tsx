const TONES = ['danger', 'danger', 'warning', 'success', 'success']

/** Four bars for {@link strengthOf}; the words stand in the field's hint. */
export const StrengthMeter = ({ value, label }: { value: 0 | 1 | 2 | 3 | 4; label: string }) => (
  <div
    className="io-strength"
    role="meter"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={4}
    aria-valuenow={value}
    data-tone={TONES[value]}
  >
    {[1, 2, 3, 4].map((bar) => (
      <span key={bar} data-on={bar <= value || undefined} />
    ))}
  </div>
)
