// A host, or one service of it, as a process of its own, to be killed. The compiled host is used, with the modules of TEST_PLUGINS alone.
import { buildHost } from '../../dist/app.js'
import { loadConfig } from '../../dist/config/config.js'

const host = await buildHost(loadConfig(process.env, { home: process.env.INNOERP_HOME }), { plugins: process.env.TEST_PLUGINS, passwordCost: 4 })
console.log(`listening on ${await host.listen()}`)
process.on('SIGTERM', () => void host.close().then(() => process.exit(0)))
