import { useInAddress } from '../../parts/use-in-address'

/** Exports whose file somebody on this page waits for. */
const waiting = new Set<string>()

/** Whether the file of an export is still waited for; once. */
export const takeWaiting = (id: string): boolean => waiting.delete(id)

export interface ExportHandle {
  id: string | null
  begin(id: string): void
  dismiss(): void
}

/** The export that was begun on this page. */
export function useExport(): ExportHandle {
  const [id, set] = useInAddress('export')
  const begin = (started: string): void => {
    waiting.add(started)
    set(started)
  }
  return { id, begin, dismiss: () => set(null) }
}
