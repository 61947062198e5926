import { useHost } from '@innoerp/sdk/ui'
import { useEffect, useState } from 'react'

/** Reads as `data:`, the one kind of address besides the host's own that the page's policy lets pictures have. */
const asDataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error('The picture cannot be read'))
    reader.readAsDataURL(blob)
  })

/** A picture that only signed-in people may see: an `<img>` sends no token, so it is fetched. Null until it is there, or without one. */
export function usePrivatePicture(path: string | null): string | null {
  const { api } = useHost()
  const [shown, setShown] = useState<{ path: string; url: string }>()
  useEffect(() => {
    if (!path) return
    const abort = new AbortController()
    async function load(wanted: string) {
      const token = (await api.tokens?.token()) ?? ''
      const response = await fetch(api.url(wanted), { headers: { authorization: `Bearer ${token}` }, signal: abort.signal })
      if (response.ok) setShown({ path: wanted, url: await asDataUrl(await response.blob()) })
    }
    // Without it the initials stand there: nothing is lost that somebody would have to know of.
    load(path).catch(() => undefined)
    return () => abort.abort()
  }, [api, path])
  return shown && shown.path === path ? shown.url : null
}
