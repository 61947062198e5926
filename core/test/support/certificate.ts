import { execFile } from 'node:child_process'
import { rename } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A self-signed certificate for `localhost`, two names below it and 127.0.0.1 (Node takes no `*.localhost`), as `<name>.crt` and `<name>.key` in `folder`. */
export async function makeCertificate(folder: string, name: string): Promise<{ cert: string; key: string }> {
  const cert = path.join(folder, `${name}.crt`)
  const key = path.join(folder, `${name}.key`)
  const names = 'subjectAltName=DNS:localhost,DNS:acme.localhost,DNS:admin.localhost,IP:127.0.0.1'
  const options = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', `/CN=${name}`, '-addext', names]
  await run('openssl', ['req', '-x509', ...options, '-out', cert, '-keyout', key])
  return { cert, key }
}

/** Puts `from` where `to` is, as a renewal does. */
export const replace = (from: string, to: string): Promise<void> => rename(from, to)
