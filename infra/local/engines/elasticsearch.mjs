import { join } from 'node:path'
import { builtHome } from '../elasticsearch/build-home.mjs'
import { jsonOf } from '../lib/until.mjs'

const JVM = ['-Xms256m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Dlog4j2.disable.jmx=true']

/** Until its shards are there again after a restart, a node answers 503 to searches. */
const answers = async (port) => {
  const health = await jsonOf(`http://127.0.0.1:${port}/_cluster/health`)
  return health !== undefined && health.status !== 'red'
}

export const engine = {
  about: 'One node of Elasticsearch 8.11.0: the server of Maven Central, without the modules that are not published there',
  ports: { http: 9200, transport: 9300 },
  install: async (cache) => ({ home: await builtHome(cache) }),
  start: ({ folder, ports, programs: { home }, launch }) => {
    const classes = ['--module-path', join(home, 'lib'), '--add-modules=ALL-MODULE-PATH', '-cp', join(home, 'launch')]
    const command = ['java', ...JVM, ...classes, 'LocalNode', home, join(folder, 'data'), String(ports.http), String(ports.transport)]
    return launch('elasticsearch', { command, isReady: () => answers(ports.http) })
  },
  url: ({ http }) => `http://127.0.0.1:${http}`,
  isReady: ({ http }) => answers(http),
}
