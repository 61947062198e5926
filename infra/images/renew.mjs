// node infra/images/renew.mjs: asks the registries which content the tags of our images have today, and writes it as a digest behind the
// tag of the Dockerfile's base, of docker-compose.yml and of its overrides. Needs Docker with buildx. The weekly workflow runs it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../scripts/lib/root.mjs'
import { run } from '../scripts/lib/run.mjs'

/** A base with its tag; the stages of the file itself have none. */
const BASE = /^(FROM )(\S+:[^\s@]+)(?:@sha256:[0-9a-f]{64})?/gm
/** An image of others; ours are built here. */
const IMAGE = /^( +image: )((?!innoerp\/)[^\s@]+)(?:@sha256:[0-9a-f]{64})?$/gm
const FILES = { 'infra/images/Dockerfile': BASE, 'docker-compose.yml': IMAGE, 'infra/compose/kafka-3.yml': IMAGE }

async function digestOf(image) {
  const said = await run('docker', ['buildx', 'imagetools', 'inspect', image, '--format', '{{json .Manifest.Digest}}'])
  const digest = JSON.parse(said)
  if (!/^sha256:[0-9a-f]{64}$/.test(digest)) throw new Error(`${image} has no digest: ${said}`)
  return digest
}

for (const [file, pattern] of Object.entries(FILES)) {
  const text = readFileSync(join(root, file), 'utf8')
  const found = [...text.matchAll(pattern)].map(([, , image]) => image)
  const digests = new Map()
  for (const image of new Set(found)) digests.set(image, await digestOf(image))
  writeFileSync(join(root, file), text.replace(pattern, (_whole, before, image) => `${before}${image}@${digests.get(image)}`))
  for (const [image, digest] of digests) console.log(`${file}: ${image}@${digest}`)
}
