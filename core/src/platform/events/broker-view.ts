/** Rows of figures, as pages and tools show them. */
export type Figures = Record<string, unknown>[]

/** What carries the events, and how it fares: the outbox, topics, who takes from them, how far behind they are. */
export interface BrokerView {
  readonly engine: 'in-process' | 'kafka'
  /** False where no broker is configured. */
  readonly isConfigured: boolean
  readonly message: string
  info(): Promise<Figures>
  topics(): Promise<Figures>
  /** Undefined for no topic of ours. */
  topic(name: string): Promise<Figures | undefined>
  groups(): Promise<Figures>
  /** Undefined for no group of ours. */
  lag(group: string): Promise<Figures | undefined>
}
