import { Check, FileText, RotateCw, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { errorText } from '../../api/error-text.js'
import { useFormat } from '../../format/use-format.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { IconButton } from '../../parts/icon-button.js'
import { Meter } from '../../parts/meter.js'
import type { Upload } from './use-uploads.js'

interface FileRowProps {
  file: File
  onRemove(): void
  icon?: ReactNode
  /** Under the name. */
  children?: ReactNode
  /** Before the cross. */
  action?: ReactNode
}

/** One file: name, size, and what can be done with it. */
export function FileRow({ file, onRemove, icon, children, action }: FileRowProps) {
  const t = useT(KIT)
  const format = useFormat()
  return (
    <div className="io-file-row">
      {icon ?? <FileText size={16} aria-hidden />}
      <div className="io-grow io-col">
        <bdi className="io-trunc io-strong" title={file.name}>
          {file.name}
        </bdi>
        {children}
      </div>
      <span className="io-cap io-num">{format.size(file.size)}</span>
      {action}
      <IconButton small label={t('file.remove', { name: file.name })} onClick={onRemove}>
        <X size={14} />
      </IconButton>
    </div>
  )
}

interface UploadRowProps {
  upload: Upload
  onRetry(): void
  onRemove(): void
}

/** A file on its way: progress, and retry when it failed. */
export function UploadRow({ upload: { file, state, progress, error }, onRetry, onRemove }: UploadRowProps) {
  const t = useT(KIT)
  const icons = {
    sending: undefined,
    done: <Check size={16} className="io-good" aria-hidden />,
    failed: <TriangleAlert size={16} className="io-bad" aria-hidden />,
  }
  return (
    <FileRow
      file={file}
      icon={icons[state]}
      onRemove={onRemove}
      action={
        state === 'failed' && (
          <IconButton small label={t('error.retry')} onClick={onRetry}>
            <RotateCw size={14} />
          </IconButton>
        )
      }
    >
      {state === 'sending' && <Meter value={progress * 100} label={t('file.sending', { name: file.name })} />}
      {state === 'failed' && (
        <span className="io-bad" role="alert">
          {errorText(t, error)}
        </span>
      )}
    </FileRow>
  )
}
