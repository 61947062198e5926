import { TriangleAlert, Undo2, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useHost } from '../host/host-context.js'
import type { Toast, ToastStore } from '../host/toast-store.js'
import { useStore } from '../host/use-store.js'
import { KIT } from '../i18n/i18n.js'
import { useT } from '../i18n/use-t.js'

/** Shows the page's toast; stands once, in the shell. Ctrl Z outside of inputs runs its undo. */
export function Toaster() {
  const { toasts } = useHost()
  const toast = useStore(toasts)
  useUndoKey(toasts)
  return toast && <ToastRegion key={toast.id} toast={toast} toasts={toasts} />
}

interface ToastProps {
  toast: Toast
  toasts: ToastStore
}

/**
 * A region for each toast, at the end of the document: what stood there when a dialog opened is hidden from screen readers as long
 * as the dialog is open.
 */
function ToastRegion({ toast, toasts }: ToastProps) {
  const [ready, setReady] = useState(false)
  // The region is there before its text: only then is the text read out.
  useEffect(() => setReady(true), [])
  return createPortal(
    <div role="status" aria-live="polite">
      {ready && <ToastView toast={toast} toasts={toasts} />}
    </div>,
    document.body,
  )
}

function ToastView({ toast, toasts }: ToastProps) {
  const t = useT(KIT)
  const [held, setHeld] = useState(false)
  const { lasts } = toast
  useEffect(() => {
    if (held || lasts === null) return
    const timer = setTimeout(toasts.close, lasts)
    return () => clearTimeout(timer)
  }, [held, lasts, toasts])
  const hold = () => setHeld(true)
  const release = () => setHeld(false)
  return (
    <div className="io-toast" onMouseEnter={hold} onMouseLeave={release} onFocus={hold} onBlur={release}>
      {toast.tone === 'error' && <TriangleAlert size={16} aria-hidden />}
      <span className="io-toast-text">{toast.text}</span>
      {toast.undo && (
        <button type="button" className="io-on-inverse" onClick={() => toasts.undo()}>
          <Undo2 size={15} aria-hidden />
          {t('action.undo')}
        </button>
      )}
      {toast.action && <ActionButton action={toast.action} close={toasts.close} />}
      <button type="button" className="io-on-inverse" aria-label={t('action.close')} onClick={toasts.close}>
        <X size={16} aria-hidden />
      </button>
    </div>
  )
}

function ActionButton({ action, close }: { action: NonNullable<Toast['action']>; close(): void }) {
  const run = () => {
    close()
    action.run()
  }
  return (
    <button type="button" className="io-on-inverse" onClick={run}>
      {action.label}
    </button>
  )
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

function useUndoKey(toasts: ToastStore) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || isTyping(event.target)) return
      if (toasts.undo()) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [toasts])
}
