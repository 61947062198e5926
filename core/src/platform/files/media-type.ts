import { fileTypeFromBuffer } from 'file-type'

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The media type that the bytes say, whatever the sender said: by their signature, else text if they are text. */
export async function mediaTypeOf(content: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(content)
  if (found) return found.mime
  return isText(content) ? 'text/plain' : 'application/octet-stream'
}

/** True if a type is one of `accepted`: `image/png`, `image/*`. */
export const isAccepted = (type: string, accepted: readonly string[]): boolean =>
  accepted.some((one) => one === type || (one.endsWith('/*') && type.startsWith(one.slice(0, -1))))

function isText(content: Uint8Array): boolean {
  if (content.includes(0)) return false
  try {
    decoder.decode(content)
    return true
  } catch {
    return false
  }
}
