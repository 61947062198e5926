import { useHost } from '@innoerp/sdk/ui'
import { useEffect, useRef, useState } from 'react'
import { LOG_STREAM, entryOf, type LogEntry } from '../../../clients/logs'
import { followStream } from '../../../root/feed/stream'

/** As many as are kept on the page. */
const KEPT = 200
/** Milliseconds between two drawings, however many records come. */
const DRAW = 250

/** The newest records of the log as they are written, the latest first; while `running` is false, those of before stay. */
export function useLiveLog(running: boolean): readonly LogEntry[] {
  const { api } = useHost()
  const [entries, setEntries] = useState<readonly LogEntry[]>([])
  const count = useRef(0)
  useEffect(() => {
    if (!running) return
    const gone = new AbortController()
    let come: LogEntry[] = []
    const timer = setInterval(() => {
      if (come.length === 0) return
      const fresh = come.toReversed()
      come = []
      setEntries((before) => [...fresh, ...before].slice(0, KEPT))
    }, DRAW)
    const onData = (line: string) => {
      count.current += 1
      come.push(entryOf(line, count.current))
    }
    void followStream({ api, path: LOG_STREAM, event: 'log', signal: gone.signal, onData })
    return () => {
      clearInterval(timer)
      gone.abort()
    }
  }, [api, running])
  return entries
}
