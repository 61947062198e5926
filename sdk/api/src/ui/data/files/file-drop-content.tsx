import { Upload as UploadIcon } from 'lucide-react'
import { useId, useState, type ChangeEvent, type DragEvent, type ReactNode } from 'react'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { Note } from '../../parts/note.js'
import type { FileDropProps } from './file-drop.js'
import { FileRow, UploadRow } from './file-row.js'
import { sortFiles, type FileRules, type Refusal } from './file-rules.js'
import { useUploads } from './use-uploads.js'

/** The inside of a FileDrop. */
export function FileDropContent({ label, value = [], onChange, onSend, ...rules }: FileDropProps) {
  const t = useT(KIT)
  const [refused, setRefused] = useState<readonly Refusal[]>([])
  const uploads = useUploads(onSend)
  const id = useId()
  const take = (files: readonly File[]) => {
    const sorted = sortFiles(files, rules)
    setRefused(sorted.refused)
    if (sorted.taken.length === 0) return
    if (onSend) uploads.start(sorted.taken)
    onChange?.(rules.multiple ? [...value, ...sorted.taken] : sorted.taken)
  }
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    take([...(event.target.files ?? [])])
    // So that the same file can be chosen again after it was mended.
    event.target.value = ''
  }
  return (
    <div className="io-col io-gap-12">
      <DropArea onDrop={take}>
        <UploadIcon size={20} aria-hidden />
        <label htmlFor={id} className="io-drop-label">
          <span className="io-link">{label}</span>
        </label>
        <span className="io-cap">{rulesText(t, rules)}</span>
        <input id={id} className="io-sr" type="file" accept={rules.accept?.join(',')} multiple={rules.multiple} onChange={choose} />
      </DropArea>
      {refused.map(({ name, reason }) => (
        <Note key={name} tone="danger" title={name}>
          {t(`file.refused.${reason}`, { max: rules.maxMb ?? 0, accept: rules.accept?.join(', ') ?? '' })}
        </Note>
      ))}
      {onSend
        ? uploads.uploads.map((upload) => (
            <UploadRow key={upload.id} upload={upload} onRetry={() => uploads.retry(upload)} onRemove={() => uploads.remove(upload)} />
          ))
        : value.map((file) => <FileRow key={file.name} file={file} onRemove={() => onChange?.(value.filter((one) => one !== file))} />)}
    </div>
  )
}

function rulesText(t: ReturnType<typeof useT>, { accept = [], maxMb }: FileRules): string {
  const endings = accept.filter((one) => one.startsWith('.')).map((one) => one.slice(1).toUpperCase())
  return [endings.join(', '), maxMb === undefined ? '' : t('file.max', { max: maxMb })].filter(Boolean).join(' · ')
}

function DropArea({ onDrop, children }: { onDrop(files: readonly File[]): void; children: ReactNode }) {
  const [over, setOver] = useState(false)
  const allow = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onDrop([...event.dataTransfer.files])
  }
  return (
    <div
      className="io-drop"
      data-over={over || undefined}
      onDragEnter={allow}
      onDragOver={allow}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
    </div>
  )
}
