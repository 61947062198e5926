/** What is not as it should be: the setting that names the engine, and what that means for people. */
export interface Degradation {
  setting: string
  message: string
}

/** Engines that the product can do without for a while, each reporting for itself; `/health` says which are away. */
export interface EngineHealth {
  /** `message` is undefined once all is well again. */
  report(setting: string, message: string | undefined): void
  degradations(): readonly Degradation[]
}

export function createEngineHealth(): EngineHealth {
  const away = new Map<string, string>()
  return {
    report: (setting, message) => void (message === undefined ? away.delete(setting) : away.set(setting, message)),
    degradations: () => [...away].map(([setting, message]) => ({ setting, message })),
  }
}
