import { useSearchParams } from 'react-router'

const PARAMETER = 'export'
/** Exports whose file somebody on this page waits for. */
const waiting = new Set<string>()

/** Whether the file of an export is still waited for; once. */
export const takeWaiting = (id: string): boolean => waiting.delete(id)

export interface ExportHandle {
  id: string | null
  begin(id: string): void
  dismiss(): void
}

/** The export that was begun on this page. It stands in the address, so that it is still there when the page is loaded anew. */
export function useExport(): ExportHandle {
  const [params, setParams] = useSearchParams()
  const set = (id: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (id) next.set(PARAMETER, id)
        else next.delete(PARAMETER)
        return next
      },
      { replace: true },
    )
  return {
    id: params.get(PARAMETER),
    begin: (id) => {
      waiting.add(id)
      set(id)
    },
    dismiss: () => set(null),
  }
}
