import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../../scripts/lib/run.mjs'
import { classPath } from '../kafka/built-home.mjs'
import { serverProperties } from '../kafka/server-properties.mjs'
import { isOpen } from '../lib/until.mjs'

/** Half the processor time until it answers, for a broker that lives minutes. */
const JVM = ['-Xms64m', '-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']
const CLUSTER = 'MkU3OEVBNTcwNTJENDM2Qg'

export const engine = {
  about: 'One node of Apache Kafka 4.4.0, broker and controller in one (KRaft)',
  ports: { kafka: 9092, controller: 9093, inner: 9094 },
  install: async (cache) => ({ classes: await classPath(cache) }),
  /** `options.users`: passwords by name; clients must sign in then (SCRAM-SHA-512). */
  start: async ({ folder, ports, programs: { classes }, options: { users }, launch }) => {
    const file = join(folder, 'server.properties')
    writeFileSync(file, serverProperties({ folder, ports, withUsers: users !== undefined }), { mode: 0o600 })
    const java = [...JVM, '-cp', classes]
    const accounts = Object.entries(users ?? {}).flatMap(([name, password]) => ['--add-scram', `SCRAM-SHA-512=[name=${name},password=${password}]`])
    const isFormatted = existsSync(join(folder, 'data', 'meta.properties'))
    if (!isFormatted) await run('java', [...java, 'kafka.tools.StorageTool', 'format', '-t', CLUSTER, '-c', file, ...accounts])
    await launch('kafka', { command: ['java', ...java, 'kafka.Kafka', file], isReady: () => isOpen(ports.kafka) })
  },
  url: ({ kafka }) => `127.0.0.1:${kafka}`,
  isReady: ({ kafka }) => isOpen(kafka),
}
