// node infra/images/release.mjs --key KEY.pem --out FOLDER [ids]: signs the built modules and packs them as npm does, beside the public
// half of the key. A host takes the folder as its release; the private key is read here and nowhere else.
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../scripts/lib/root.mjs'
import { run } from '../scripts/lib/run.mjs'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { key: { type: 'string' }, out: { type: 'string' } } })
if (!values.key || !values.out) throw new Error('Usage: node infra/images/release.mjs --key KEY.pem --out FOLDER [ids]')
const [key, out] = [resolve(values.key), resolve(values.out)]
const isModule = (id) => existsSync(join(root, 'plugins', id, 'build/server.js'))
const ids = positionals.length > 0 ? positionals : readdirSync(join(root, 'plugins')).filter(isModule)

mkdirSync(out, { recursive: true })
writeFileSync(join(out, 'first-party.pub.pem'), createPublicKey(createPrivateKey(readFileSync(key))).export({ type: 'spki', format: 'pem' }))
for (const id of ids) {
  await run(process.execPath, ['sdk/cli/bin/innoerp.js', 'sign', `plugins/${id}`, '--key', key])
  await run('npm', ['pack', `./plugins/${id}`, '--pack-destination', out, '--ignore-scripts', '--silent'])
}
console.log(`${out}: ${ids.join(', ')}`)
