// A whole host as a process of its own, to be killed. The compiled host is used, without first-party modules.
import { buildHost } from '../../dist/app.js'
import { loadConfig } from '../../dist/config/config.js'

const host = await buildHost(loadConfig(process.env, { home: process.env.INNOERP_HOME }), { passwordCost: 4 })
console.log(`listening on ${await host.listen()}`)
process.on('SIGTERM', () => void host.close().then(() => process.exit(0)))
