// npm start: sets up what is missing or has changed, then becomes the host. On a machine that is set up, all before the host's
// own code is a look at file times.
import { pathToFileURL } from 'node:url'
import { isFresh, isInstalled, stepsOf } from './lib/steps.mjs'
import { root } from './lib/root.mjs'
import { requireNode } from './lib/node-version.mjs'

requireNode()
process.chdir(root)
if (!isInstalled() || !stepsOf().every(isFresh)) {
  const { setUp } = await import('./lib/set-up.mjs')
  if (!(await setUp())) process.exit(1)
}
await import(pathToFileURL(`${root}/core/dist/main.js`).href)
