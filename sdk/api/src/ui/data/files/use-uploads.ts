import { useRef, useState } from 'react'

/** A file on its way. */
export interface Upload {
  id: number
  file: File
  /** Share that has left, 0–1. */
  progress: number
  state: 'sending' | 'done' | 'failed'
  error?: unknown
}

/** Sends one file; rejects when it was refused. */
export type SendFile = (file: File, options: { onProgress(share: number): void; signal: AbortSignal }) => Promise<unknown>

/** Sends files, each by itself; a failed one can be tried again, any can be given up. */
export function useUploads(send: SendFile | undefined) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const controls = useRef(new Map<number, AbortController>())
  const count = useRef(0)
  const change = (id: number, next: Partial<Upload>) => setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...next } : one)))

  async function run(id: number, file: File) {
    const control = new AbortController()
    controls.current.set(id, control)
    try {
      await send?.(file, { onProgress: (progress) => change(id, { progress }), signal: control.signal })
      change(id, { state: 'done', progress: 1 })
    } catch (error) {
      change(id, { state: 'failed', error })
    } finally {
      controls.current.delete(id)
    }
  }
  return {
    uploads,
    start(files: readonly File[]) {
      for (const file of files) {
        const id = (count.current += 1)
        setUploads((all) => [...all, { id, file, progress: 0, state: 'sending' }])
        void run(id, file)
      }
    },
    retry({ id, file }: Upload) {
      change(id, { state: 'sending', progress: 0, error: undefined })
      void run(id, file)
    },
    remove({ id }: Upload) {
      controls.current.get(id)?.abort()
      setUploads((all) => all.filter((one) => one.id !== id))
    },
  }
}
