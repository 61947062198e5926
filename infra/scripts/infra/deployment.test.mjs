// What compositions and manifests say, read without any tool of theirs: names of settings, ports and pins.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { settingNames } from '@innoerp/core/setting-names'
import { describe, expect, test } from 'vitest'
import { root } from '../lib/root.mjs'
import { readYaml as documents } from './read-yaml.mjs'

const read = (file) => readFileSync(join(root, file), 'utf8')
const [compose] = documents('docker-compose.yml')
const [kafka3] = documents('infra/compose/kafka-3.yml')
const BASE = 'infra/kubernetes/base'
const SERVICES = `${BASE}/services`
const isOurs = ({ image }) => image.startsWith('innoerp/')

/** Ports of the services, by the document. */
const PORTS = { gateway: 8000, tenant: 8001, auth: 8002, user: 8003, modules: 8004, monitoring: 8006, registry: 4873 }
/** Ports of the engines on the outside, by the document. */
const ENGINE_PORTS = { postgres: [5432], redis: [6380], kafka: [9092], elasticsearch: [9200], kibana: [5601], fluentd: [24224] }
/** Variables of the engines' own images. */
const ENGINE_VARIABLES = {
  postgres: ['POSTGRES_DB', 'POSTGRES_PASSWORD'],
  redis: [],
  kafka: [
    'CLUSTER_ID',
    'KAFKA_NODE_ID',
    'KAFKA_PROCESS_ROLES',
    'KAFKA_CONTROLLER_QUORUM_VOTERS',
    'KAFKA_CONTROLLER_LISTENER_NAMES',
    'KAFKA_LISTENERS',
    'KAFKA_ADVERTISED_LISTENERS',
    'KAFKA_LISTENER_SECURITY_PROTOCOL_MAP',
    'KAFKA_INTER_BROKER_LISTENER_NAME',
    'KAFKA_LOG_DIRS',
    'KAFKA_NUM_PARTITIONS',
    'KAFKA_AUTO_CREATE_TOPICS_ENABLE',
    'KAFKA_DEFAULT_REPLICATION_FACTOR',
    'KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR',
    'KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR',
    'KAFKA_TRANSACTION_STATE_LOG_MIN_ISR',
    'KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS',
    'KAFKA_HEAP_OPTS',
  ],
  elasticsearch: ['discovery.type', 'xpack.security.enabled', 'ES_JAVA_OPTS'],
  kibana: ['ELASTICSEARCH_HOSTS', 'SERVER_PUBLICBASEURL', 'TELEMETRY_ENABLED'],
  fluentd: [],
}
/** Variables that Compose itself puts in, not the host. */
const OF_COMPOSE = ['INNOERP_VERSION', 'INNOERP_BIND', 'INNOERP_SIGNING_KEY_FILE', 'POSTGRES_PASSWORD']

const variables = ({ environment = {} }) => Object.keys(environment)
const outside = ({ ports = [] }) => ports.map((port) => Number(/:(\d+):\d+(\/\w+)?$/.exec(port)[1]))
const unknown = (names) => names.filter((name) => !settingNames.includes(name))

describe('docker-compose.yml', () => {
  const ours = Object.entries(compose.services).filter(([, service]) => isOurs(service))
  const engines = Object.entries(compose.services).filter(([, service]) => !isOurs(service))

  test('sets nothing that neither the host nor the engine knows', () => {
    for (const [name, service] of ours) expect([name, unknown(variables(service))]).toEqual([name, []])
    for (const [name, service] of engines) expect([name, variables(service).filter((key) => !ENGINE_VARIABLES[name].includes(key))]).toEqual([name, []])
    const asked = [...read('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name)
    expect(unknown(asked).filter((name) => !OF_COMPOSE.includes(name))).toEqual([])
  })

  test('has the document’s ports and versions, each service under its name and found by its address', () => {
    expect(Object.fromEntries(ours.filter(([name]) => name !== 'migrate').map(([name, service]) => [name, Number(service.environment.PORT)]))).toEqual(PORTS)
    for (const [name, service] of ours.filter(([key]) => key !== 'migrate')) {
      expect([name, ...outside(service), ...service.command]).toEqual([name, PORTS[name], 'start', name])
      expect(service.environment[`${name.toUpperCase()}_URL`]).toBe(`http://${name}:${PORTS[name]}`)
    }
    expect(Object.fromEntries(engines.map(([name, service]) => [name, [...new Set(outside(service))]]))).toEqual(ENGINE_PORTS)
    const named = [
      'redis:7-alpine',
      'docker.elastic.co/elasticsearch/elasticsearch:8.11.0',
      'docker.elastic.co/kibana/kibana:8.11.0',
      'fluent/fluentd-kubernetes-daemonset:v1-debian-elasticsearch',
    ]
    const images = engines.map(([, { image }]) => image.split('@')[0])
    expect(named.filter((image) => !images.includes(image))).toEqual([])
    expect(compose.services.elasticsearch.environment.ES_JAVA_OPTS).toBe('-Xms512m -Xmx512m')
    expect(outside(kafka3.services.zookeeper)).toEqual([2181])
  })

  test('engines are in both profiles, services in the full one; each is watched, bounded and open to this machine alone', () => {
    for (const [name, service] of engines) expect([name, service.profiles]).toEqual([name, ['infra', 'full']])
    for (const [name, service] of ours) {
      expect([name, service.profiles, service.read_only, service.cap_drop]).toEqual([name, ['full'], true, ['ALL']])
    }
    for (const [name, service] of Object.entries(compose.services)) {
      expect([name, Boolean(service.healthcheck?.test) || isOurs(service), Boolean(service.deploy.resources.limits.memory)]).toEqual([name, true, true])
      for (const port of service.ports ?? []) expect(port).toMatch(/^(127\.0\.0\.1|\$\{INNOERP_BIND:-127\.0\.0\.1\}):/)
    }
  })
})

describe('manifests', () => {
  const [host] = documents(`${BASE}/host.yaml`)
  const [container] = host.spec.template.spec.containers
  const literals = ['base', 'overlays/staging', 'overlays/production'].flatMap((folder) => documents(`infra/kubernetes/${folder}/kustomization.yaml`)[0].configMapGenerator[0].literals.map((literal) => literal.split('=')[0]))
  const services = readdirSync(join(root, SERVICES)).map((file) => documents(`${SERVICES}/${file}`))

  test('set nothing that the host does not know', () => {
    expect(unknown(literals)).toEqual([])
    expect(unknown(container.env.map(({ name }) => name))).toEqual([])
  })

  test('secrets come by reference alone', () => {
    for (const { name, valueFrom } of container.env) expect(valueFrom.secretKeyRef).toMatchObject({ name: 'innoerp', key: name })
    expect(literals.filter((name) => /PASSWORD|SECRET|TOKEN|DATABASE_URL|REDIS_URL|ELASTICSEARCH_URL|SMTP_URL/.test(name))).toEqual([])
  })

  test('every service has its port everywhere, and its own budget of disruption', () => {
    const ports = services.map((all) => {
      const of = (kind) => all.find((document) => document.kind === kind)
      const [own] = of('Deployment').spec.template.spec.containers
      expect(own.args).toEqual(['start', of('Deployment').metadata.name])
      expect(of('PodDisruptionBudget')).toBeDefined()
      expect([Number(own.env[0].value), of('Service').spec.ports[0].port]).toEqual([own.ports[0].containerPort, own.ports[0].containerPort])
      return [of('Deployment').metadata.name, own.ports[0].containerPort]
    })
    expect(Object.fromEntries(ports)).toEqual(PORTS)
  })
})

test('every image is pinned: by a version, and by the digest where one is written', () => {
  const bases = [...read('infra/images/Dockerfile').matchAll(/^FROM (\S+) AS/gm)].map(([, image]) => image).filter((image) => image.includes(':'))
  const images = [...Object.values(compose.services), ...Object.values(kafka3.services)].map(({ image }) => image)
  expect(bases).toHaveLength(1)
  for (const image of [...bases, ...images]) {
    expect(image).toMatch(/:[\w${}.:-]+(@sha256:[0-9a-f]{64})?$/)
    expect(image).not.toMatch(/:latest/)
  }
})
