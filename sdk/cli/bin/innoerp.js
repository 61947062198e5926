#!/usr/bin/env node
import process from 'node:process'

const { main } = await import('../dist/main.js').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
  process.stderr.write('innoerp is not built yet: run `npm run build` in the checkout.\n')
  process.exit(1)
})
process.exitCode = await main(process.argv.slice(2))
