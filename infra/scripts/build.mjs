// npm run build: installs and builds what is missing or has changed; with `-- --force`, builds everything.
import { parseArgs } from 'node:util'
import { requireNode } from './lib/node-version.mjs'
import { setUp } from './lib/set-up.mjs'

requireNode()
const { values } = parseArgs({ options: { force: { type: 'boolean', default: false } } })
if (await setUp(values)) console.log('Everything is built.')
else process.exitCode = 1
