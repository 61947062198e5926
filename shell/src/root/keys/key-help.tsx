import { Dialog, useT } from '@innoerp/sdk/ui'
import { useId } from 'react'
import { allItems, type Navigation } from '../navigation/navigation'
import { SHELL } from '../page-table'

/** Keys that are the same on every page of a kind; the words for both are labels, since keys have names too. */
const EVERYWHERE = ['palette', 'help', 'close', 'undo']
const LISTS = ['search', 'filter', 'view', 'move', 'open', 'peek', 'select', 'create']
const FORMS = ['save', 'submit']

export interface KeyHelpProps {
  open: boolean
  onClose(): void
  navigation: Navigation
}

/** All keys, for who likes them. */
export function KeyHelp({ open, onClose, navigation }: KeyHelpProps) {
  const t = useT(SHELL)
  const title = useId()
  const rows = (names: readonly string[]): Row[] => names.map((name) => ({ what: t(`keys.${name}`), keys: t(`keyNames.${name}`) }))
  const places = allItems(navigation).flatMap(({ label, key }) => (key ? [{ what: label, keys: t('keyNames.go', { key }) }] : []))
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={title} slotProps={{ paper: { className: 'shell-keys' } }}>
      <h2 id={title}>{t('keys.title')}</h2>
      <div className="shell-keys-columns">
        <Group title={t('keys.everywhere')} rows={rows(EVERYWHERE)} />
        <Group title={t('keys.go')} rows={places} />
        <Group title={t('keys.lists')} rows={rows(LISTS)} />
        <Group title={t('keys.forms')} rows={rows(FORMS)} />
      </div>
    </Dialog>
  )
}

interface Row {
  what: string
  keys: string
}

const Group = ({ title, rows }: { title: string; rows: readonly Row[] }) => (
  <section>
    <h3>{title}</h3>
    <dl>
      {rows.map(({ what, keys }) => (
        <div key={what + keys}>
          <dt>{what}</dt>
          <dd>
            <kbd className="io-kbd">{keys}</kbd>
          </dd>
        </div>
      ))}
    </dl>
  </section>
)
