import { SlotWidget, partId, partLabel, useSlot, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { useState, type ReactNode } from 'react'
import { ModulesCard } from '../modules-card'
import { changed, moved, type Placed } from './arrangement'
import { useArrangement } from './use-arrangement'
import { WidgetFrame } from './widget-frame'

/** Slot that modules put their widgets into. */
const WIDGETS = 'dashboard.widgets'

interface Widget {
  id: string
  name: string
  wide: boolean
  render(span: 4 | 8): ReactNode
}

/** What modules show, and the way to each of them: all that a person may arrange. */
function useWidgets(): readonly Widget[] {
  const t = useT()
  const parts = useSlot(WIDGETS)
  return [
    ...parts.map((part) => ({ id: partId(part), name: partLabel(part), wide: false, render: (span: 4 | 8) => <SlotWidget part={part} span={span} /> })),
    { id: 'modules', name: t('dashboard.modules'), wide: true, render: (span) => <ModulesCard span={span} /> },
  ]
}

/** The widgets in the person's order and sizes; while they arrange them, each in a frame with what moves it. */
export function ArrangedWidgets({ arranging }: { arranging: boolean }) {
  const t = useT()
  const widgets = useWidgets()
  const [all, put] = useArrangement(widgets)
  const [said, setSaid] = useState('')
  const byId = new Map(widgets.map((widget) => [widget.id, widget]))
  const move = ({ id }: Placed, to: number) => {
    const next = moved(all, id, to)
    if (next === all) return
    put(next)
    setSaid(t('arrange.said', { name: byId.get(id)?.name ?? '', place: to + 1, count: all.length }))
  }
  if (!arranging) return all.flatMap((placed) => (placed.hidden ? [] : [<Shown key={placed.id} widget={byId.get(placed.id)} wide={placed.wide} />]))
  return (
    <>
      <div data-span="12" className="io-row">
        <p className="io-t2 io-dense io-grow">{t('arrange.text')}</p>
        <Button variant="text" size="small" onClick={() => put([])}>
          {t('arrange.reset')}
        </Button>
      </div>
      {all.map((placed, at) => (
        <WidgetFrame
          key={placed.id}
          name={byId.get(placed.id)?.name ?? ''}
          placed={placed}
          onMove={(step) => move(placed, at + step)}
          onTake={(id) => {
            const dragged = all.find((one) => one.id === id)
            if (dragged) move(dragged, at)
          }}
          onChange={(changes) => put(changed(all, placed.id, changes))}
        >
          <Shown widget={byId.get(placed.id)} wide={placed.wide} />
        </WidgetFrame>
      ))}
      <p className="io-sr" role="status">
        {said}
      </p>
    </>
  )
}

const Shown = ({ widget, wide }: { widget: Widget | undefined; wide: boolean }) => widget?.render(wide ? 8 : 4)
