import { useEffect, useRef } from 'react'

export interface CheckBoxProps {
  label: string
  checked: boolean
  /** Some of what it stands for is chosen. */
  mixed?: boolean
  onChange(): void
}

/** A checkbox without a label beside it: light enough for every row of a table. */
export function CheckBox({ label, checked, mixed = false, onChange }: CheckBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (input.current) input.current.indeterminate = mixed
  }, [mixed])
  return <input ref={input} type="checkbox" className="io-check" aria-label={label} checked={checked} onChange={onChange} />
}
