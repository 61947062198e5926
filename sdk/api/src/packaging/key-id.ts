import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { packagingErrors } from './errors.js'

/**
 * Names a key: the first 16 hexadecimal digits of the SHA-256 of the raw public key (32 bytes, RFC 8032 §5.1.5). A private key
 * gives the name of its public key.
 * @throws `PACKAGE_NO_KEY` for anything but Ed25519
 */
export function keyIdOf(key: KeyObject): string {
  if (key.asymmetricKeyType !== 'ed25519') throw packagingErrors.NO_KEY({ values: { type: key.asymmetricKeyType ?? key.type } })
  const { x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' })
  return createHash('sha256').update(Buffer.from(x as string, 'base64url')).digest('hex').slice(0, 16)
}
