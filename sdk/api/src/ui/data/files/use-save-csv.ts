import { useState } from 'react'
import { errorText } from '../../api/error-text.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { useToast } from '../../parts/use-toast.js'

/** Without it spreadsheets take a CSV file for another encoding; reading the answer as text has removed it. */
const BYTE_ORDER_MARK = '\uFEFF'
/** The browser has the file once it has begun to save it. */
const KEPT_MS = 60_000

function saveCsv(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([BYTE_ORDER_MARK, text], { type: 'text/csv;charset=utf-8' }))
  Object.assign(document.createElement('a'), { href: url, download: `${name}.csv` }).click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}

/**
 * Saves a CSV file that the server writes on the person's machine, under a translated name without its ending. What goes wrong is told.
 * @example const { busy, save } = useSaveCsv(); save(t('nav.companies'), () => exportCompanies(params))
 */
export function useSaveCsv(): { busy: boolean; save(name: string, load: () => Promise<string>): void } {
  const kit = useT(KIT)
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const save = async (name: string, load: () => Promise<string>) => {
    setBusy(true)
    try {
      saveCsv(await load(), name)
    } catch (error) {
      toast({ text: errorText(kit, error), tone: 'error' })
    } finally {
      setBusy(false)
    }
  }
  return { busy, save: (name, load) => void save(name, load) }
}
