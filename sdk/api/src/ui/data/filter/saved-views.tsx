import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { Tabs } from '../../parts/tabs.js'
import { useShortcut } from '../keys/use-shortcut.js'
import { viewState, type ListView } from '../list/list-state.js'
import type { ListStateHandle } from '../list/use-list-state.js'

export interface SavedViewsProps {
  views: readonly ListView[]
  state: ListStateHandle
}

/** Views as tabs with their counts; keys 1–9 choose. Choosing one drops search and filters that were added to the one before. */
export function SavedViews({ views, state }: SavedViewsProps) {
  const t = useT()
  const kit = useT(KIT)
  const choose = (id: string) => state.update(viewState(id, { ...state.defaults, views }), { push: true })
  useShortcut(['1', '2', '3', '4', '5', '6', '7', '8', '9'], (key) => {
    const view = views[Number(key) - 1]
    if (!view) return false
    choose(view.id)
    return true
  })
  const items = views.map(({ id, label, count }) => ({ id, label: t(label), count }))
  return <Tabs items={items} value={state.state.view ?? ''} onChange={choose} label={kit('views.label')} />
}
