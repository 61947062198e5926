import { useCallback, useEffect, useState } from 'react'

/** Milliseconds that "Copied" is shown. */
const SHOWN = 2_000

export interface Copy {
  /** True for a moment after the text was taken. */
  copied: boolean
  /** Resolves to whether the browser took the text; stays the same function. */
  copy(text: string): Promise<boolean>
}

/** Puts text into the clipboard, which browsers may refuse. */
export function useCopy(): Copy {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SHOWN)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = useCallback(async (text: string) => {
    const taken = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    setCopied(taken)
    return taken
  }, [])
  return { copied, copy }
}
