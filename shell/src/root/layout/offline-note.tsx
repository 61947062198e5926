import { Note, useFormat, useT } from '@innoerp/sdk/ui'
import { useSyncExternalStore } from 'react'
import { SHELL } from '../page-table'

let lostAt: Date | null = navigator.onLine ? null : new Date()
const listeners = new Set<() => void>()

function update() {
  lostAt = navigator.onLine ? null : (lostAt ?? new Date())
  for (const changed of listeners) changed()
}
window.addEventListener('online', update)
window.addEventListener('offline', update)

function subscribe(changed: () => void) {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** Says that the device is offline; the page stays readable below. */
export function OfflineNote() {
  const t = useT(SHELL)
  const format = useFormat()
  const since = useSyncExternalStore(subscribe, () => lostAt)
  if (!since) return null
  return (
    <div className="shell-offline">
      <Note tone="warning" offline title={t('offline.title')}>
        {t('offline.text', { time: format.time(since) })}
      </Note>
    </div>
  )
}
