// npm run lint: oxlint's rules, import boundaries, colours.
import { lint } from './lint/checks.mjs'

const { failed } = lint()
console.log(failed.length === 0 ? 'lint: no problems' : `lint: not in order: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
