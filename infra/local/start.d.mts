/** One process of an engine. */
export interface EngineProcess {
  readonly name: string
  readonly pid: number
  /** Path of what it prints. */
  readonly log: string
  /** Starts it again after its end, and waits until it answers. */
  start(): Promise<void>
  /** Sends a signal: SIGKILL to end it at once, SIGSTOP and SIGCONT to hold it. */
  kill(signal: NodeJS.Signals): void
  stop(): Promise<void>
}

/** An engine that runs. */
export interface RunningEngine {
  readonly name: string
  readonly url: string
  readonly ports: Record<string, number>
  readonly folder: string
  readonly processes: Record<string, EngineProcess>
  /** Stops its processes, the last started first; removes its folder where that is a temporary one. */
  stop(): Promise<void>
}

export interface StartOptions {
  /** Where it keeps its data; without one, a temporary folder that is removed at the stop. */
  folder?: string
  /** 0 for free ports, or some of them by name; without it, the engine's own. */
  port?: 0 | Record<string, number>
  /** Whether it ends when this process ends; true unless told. */
  bound?: boolean
  /** What this engine alone takes. */
  options?: Record<string, unknown>
}

/** Starts an engine and waits until it answers. @throws NotHere where it cannot be had on this machine */
export function startEngine(name: string, options?: StartOptions): Promise<RunningEngine>
export function engineNames(): string[]
/** Fetches what an engine needs; why it cannot be had on this machine, in one line. */
export function whyNotHere(name: string): Promise<string | undefined>
