import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** A value that stands in the address of the page, so that it is still there when the page is loaded anew; null takes it away. */
export function useInAddress(name: string): readonly [value: string | null, set: (value: string | null) => void] {
  const [params, setParams] = useSearchParams()
  const set = useCallback(
    (value: string | null) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before)
          if (value) next.set(name, value)
          else next.delete(name)
          return next
        },
        { replace: true },
      ),
    [name, setParams],
  )
  return [params.get(name), set]
}
