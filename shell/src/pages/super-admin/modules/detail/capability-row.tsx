import { StatusChip, useT } from '@innoerp/sdk/ui'
import { Switch } from '@innoerp/sdk/ui/mui'
import { FolderOpen, Globe, Mail, Plug, Timer, type LucideIcon } from 'lucide-react'
import { useId } from 'react'

const ICONS: Readonly<Record<string, LucideIcon>> = { files: FolderOpen, jobs: Timer, mail: Mail, network: Globe, port: Plug }

/** `network:api.example.com` → what it is, and of what. */
export function partsOf(word: string): { kind: string; of: string } {
  const at = word.indexOf(':')
  return at < 0 ? { kind: word, of: '' } : { kind: word.slice(0, at), of: word.slice(at + 1) }
}

export interface CapabilityRowProps {
  word: string
  granted: boolean
  busy: boolean
  onChange(granted: boolean): void
}

/** One capability in plain words, with its switch; one that was never granted is marked. */
export function CapabilityRow({ word, granted, busy, onChange }: CapabilityRowProps) {
  const t = useT()
  const id = useId()
  const { kind, of } = partsOf(word)
  const Glyph = ICONS[kind] ?? Plug
  const means = `capability.means.${kind}`
  return (
    <div className="io-list-item pages-capability" data-open={!granted || undefined}>
      <span className="io-tile pages-mark" aria-hidden>
        <Glyph size={16} />
      </span>
      <span className="io-col io-grow">
        <span className="io-row io-wrap" id={id}>
          <span className="io-strong">{t.has(means) ? t(`capability.name.${kind}`) : kind}</span>
          {of && <code className="io-mono">{of}</code>}
          {!granted && <StatusChip tone="warning">{t('capability.asked')}</StatusChip>}
        </span>
        <span className="io-cap">{t.has(means) ? t(means, { of }) : word}</span>
      </span>
      <Switch checked={granted} disabled={busy} onChange={(event) => onChange(event.target.checked)} slotProps={{ input: { 'aria-labelledby': id } }} />
    </div>
  )
}
