import { useEffect, useState } from 'react'
import { useStable } from '../list/use-stable.js'

export interface Finish<T> {
  /** Says what the form ended with. */
  with(record: T): void
  /** Tells it now; at the latest it is told when the form goes. */
  now(): void
}

/**
 * Tells once what a form ended with, also when the form is gone by then: a new record takes away what its form stood in, such as the
 * words for an empty list.
 */
export function useFinish<T>(onDone: (record: T) => void): Finish<T> {
  const tell = useStable(onDone)
  const [finish] = useState(() => createFinish<T>((record) => tell(record)))
  useEffect(() => {
    finish.stay()
    return finish.leave
  }, [finish])
  return finish
}

/** {@link Finish} without React: `leave` and `stay` say whether the form is on the page. */
export function createFinish<T>(tell: (record: T) => void) {
  let gone = false
  let waiting: { record: T } | undefined
  const now = () => {
    const told = waiting
    waiting = undefined
    if (told) tell(told.record)
  }
  return {
    now,
    with(record: T) {
      waiting = { record }
      if (gone) now()
    },
    stay() {
      gone = false
    },
    leave() {
      gone = true
      now()
    },
  }
}
