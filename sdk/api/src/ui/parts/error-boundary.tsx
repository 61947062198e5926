import { Component, type ReactNode } from 'react'
import { HostContext, type Host } from '../host/host-context.js'
import { ErrorState } from './states.js'

export interface ErrorBoundaryProps {
  /** The module that the failure is reported under. */
  module?: string
  title?: string
  /** A change of it, e.g. of the address, tries again. */
  resetKey?: string
  children: ReactNode
}

interface State {
  error: unknown
  key: string | undefined
}

/** Keeps a failure of its children to their place, reports it, and offers to try again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  static override contextType = HostContext
  declare context: Host | null
  override state: State = { error: undefined, key: this.props.resetKey }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error }
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: State): State | null {
    return props.resetKey === state.key ? null : { error: undefined, key: props.resetKey }
  }

  override componentDidCatch(error: unknown) {
    this.context?.report(this.props.module ?? 'shell', error)
  }

  private readonly retry = () => this.setState({ error: undefined })

  override render() {
    if (this.state.error === undefined) return this.props.children
    return <ErrorState error={this.state.error} onRetry={this.retry} {...(this.props.title && { title: this.props.title })} />
  }
}
