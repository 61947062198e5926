import { useEffect, useState } from 'react'

/** A part of the kit that is fetched when it is first needed: most pages are read, few are written. */
export interface LazyPart<M> {
  load(): Promise<M>
  /** What was fetched already. */
  get(): M | undefined
}

export function lazyPart<M>(fetchPart: () => Promise<M>): LazyPart<M> {
  let loaded: M | undefined
  let loading: Promise<M> | undefined
  return {
    get: () => loaded,
    load() {
      loading ??= fetchPart().then(
        (part) => (loaded = part),
        (error: unknown) => {
          // The next attempt asks anew.
          loading = undefined
          throw error
        },
      )
      return loading
    },
  }
}

/**
 * The part once it is there, undefined before; begins to fetch when `wanted`. Not with Suspense: a fallback that was shown once
 * stays for 300 ms. A failure is thrown to the error boundary around.
 */
export function usePart<M>(part: LazyPart<M>, wanted: boolean): M | undefined {
  const [, rerender] = useState(0)
  const [failure, setFailure] = useState<unknown>()
  useEffect(() => {
    if (!wanted || part.get()) return
    let gone = false
    part.load().then(
      () => gone || rerender((count) => count + 1),
      (error: unknown) => gone || setFailure(error),
    )
    return () => {
      gone = true
    }
  }, [part, wanted])
  if (failure !== undefined) throw failure
  return part.get()
}
