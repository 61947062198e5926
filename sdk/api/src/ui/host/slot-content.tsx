import { Component, Suspense, lazy, type ComponentType, type ReactNode } from 'react'
import { SkeletonLines } from '../parts/skeleton.js'
import { ErrorCard } from './error-card.js'
import { HostContext, type Host, type SlotPart } from './host-context.js'
import { loadPart } from './load-part.js'

interface SlotContentProps {
  part: SlotPart
  context: object
  /** Asks for a new copy of the module, after a failure. */
  fresh?: boolean
  /** Stands in while the part is fetched; bars by default. */
  waiting?: ReactNode
  /** Stands in for a part that failed; a card that offers to load it again by default. */
  failed?: ReactNode
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
    this.state = { error: undefined, Widget: lazy(() => loadPart(host, props.part, props.fresh)) }
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
    const { part, context, waiting = <SkeletonLines />, failed } = this.props
    const { error, Widget } = this.state
    if (error !== undefined) return failed ?? <ErrorCard scope="widget" name={part.module.name} error={error} onRetry={this.retry} />
    return (
      <Suspense fallback={waiting}>
        <Widget {...context} />
      </Suspense>
    )
  }
}
