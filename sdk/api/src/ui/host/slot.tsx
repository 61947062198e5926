import { Component, Suspense, lazy, useCallback, useSyncExternalStore, type ComponentType, type ReactNode } from 'react'
import { loadLabels, namespaceOf } from '../i18n/i18n.js'
import { SkeletonLines } from '../parts/skeleton.js'
import { ErrorCard } from './error-card.js'
import { HostContext, useHost, type Host, type SlotPart } from './host-context.js'
import { ModuleContext } from './module-context.js'

/** The parts that modules declared for a slot; renders again when modules come or go. */
export function useSlot(name: string): readonly SlotPart[] {
  const { slots } = useHost()
  const get = useCallback(() => slots.get(name), [slots, name])
  return useSyncExternalStore(slots.subscribe, get, get)
}

export interface SlotProps {
  name: string
  /** Props for every part, e.g. `{ companyId }`. */
  context?: object
  /** What surrounds each part, e.g. a card; without it the parts follow one another. */
  wrap?: (part: SlotPart, content: ReactNode) => ReactNode
}

/** Shows what other modules declared for slot `name`: each loaded when shown, each in an error boundary of its own. */
export function Slot({ name, context = {}, wrap = (_part, content) => content }: SlotProps) {
  return useSlot(name).map((part) => (
    <ModuleContext key={partKey(part)} value={part.module}>
      {wrap(part, <SlotContent part={part} context={context} />)}
    </ModuleContext>
  ))
}

/** A stable name of a part within its slot. */
export const partKey = ({ module, component }: SlotPart): string => `${module.id}@${module.version}/${component}`

/** What a part is called: its label, else its module's name. */
export const partLabel = ({ module, label }: SlotPart): string => label ?? module.name

async function loadPart(host: Host, part: SlotPart, fresh: boolean): Promise<{ default: ComponentType<object> }> {
  const { slots, locales } = await host.load(part.module.id, fresh)
  const load = slots[part.component]
  if (!load) throw new Error(`${part.module.id} has no component ${part.component}`)
  await loadLabels(namespaceOf(part.module), locales)
  return load() as Promise<{ default: ComponentType<object> }>
}

interface SlotContentProps {
  part: SlotPart
  context: object
}
interface SlotContentState {
  error: unknown
  Widget: ComponentType<object>
}

/** One part of a slot, for pages that lay the parts out themselves. */
export class SlotContent extends Component<SlotContentProps, SlotContentState> {
  static override contextType = HostContext
  declare context: Host

  constructor(props: SlotContentProps, host: Host) {
    super(props)
    this.state = { error: undefined, Widget: lazy(() => loadPart(host, props.part, false)) }
  }

  static getDerivedStateFromError(error: unknown): Partial<SlotContentState> {
    return { error }
  }

  override componentDidCatch(error: unknown) {
    this.context.report(this.props.part.module.id, error)
  }

  // A lazy component keeps its rejection for ever, so trying again needs a new one; and it must live above the Suspense.
  private readonly retry = () => {
    this.setState({ error: undefined, Widget: lazy(() => loadPart(this.context, this.props.part, true)) })
  }

  override render() {
    const { part, context } = this.props
    const { error, Widget } = this.state
    if (error !== undefined) return <ErrorCard scope="widget" name={part.module.name} error={error} onRetry={this.retry} />
    return (
      <Suspense fallback={<SkeletonLines />}>
        <Widget {...context} />
      </Suspense>
    )
  }
}
