import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../lib/run.mjs'

const OVERLAYS = ['staging', 'production']
const KUBERNETES = '1.34'
/** Findings that are meant: the registry has one writer, and staging keeps one instance of each. All other findings fail. */
const MEANT = ['deployment-replicas', 'deployment-strategy', 'horizontalpodautoscaler-replicas']

const COMPOSE = ['--file', 'docker-compose.yml']
const COMPOSITIONS = { infra: [...COMPOSE, '--profile', 'infra'], full: [...COMPOSE, '--profile', 'full'], 'full with Kafka 3': [...COMPOSE, '--file', 'infra/compose/kafka-3.yml', '--profile', 'full'] }

/** Runs `work` with a file of that content. */
async function withFile(name, content, work) {
  const folder = mkdtempSync(join(tmpdir(), 'innoerp-check-'))
  try {
    writeFileSync(join(folder, name), content)
    return await work(join(folder, name))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A tool that lets a planted mistake pass would let ours pass. */
async function refuses(name, content, work) {
  const passed = await withFile(name, content, (file) => work(file).then(() => true, () => false))
  if (passed) throw new Error('a planted mistake was not found')
}

const rendered = (kustomize, overlay, work) =>
  run(kustomize, ['build', `infra/kubernetes/overlays/${overlay}`]).then((text) => withFile(`${overlay}.yaml`, text, work))

/** What is checked: its name, the tools that it needs, and the work, which throws what is wrong. */
export const CHECKS = [
  { name: 'Compose finds a planted mistake', tools: ['compose'], work: ([compose]) => refuses('docker-compose.yml', 'services: { x: { imge: y } }\n', (file) => run(compose, ['--file', file, 'config', '--quiet'])) },
  ...Object.entries(COMPOSITIONS).map(([name, args]) => ({ name: `docker-compose.yml, ${name}`, tools: ['compose'], work: ([compose]) => run(compose, [...args, 'config', '--quiet']) })),
  { name: 'hadolint finds a planted mistake', tools: ['hadolint'], work: ([hadolint]) => refuses('Dockerfile', 'FROM node\nRUN cd /tmp\n', (file) => run(hadolint, [file])) },
  { name: 'infra/images/Dockerfile', tools: ['hadolint'], work: ([hadolint]) => run(hadolint, ['infra/images/Dockerfile']) },
  {
    name: 'kubernetes-validate finds a planted mistake',
    tools: ['kubernetes-validate'],
    work: ([validate]) => refuses('pod.yaml', 'apiVersion: v1\nkind: Pod\nmetadata: { name: x }\nspec: { contaners: [] }\n', (file) => run(validate, ['--strict', '-k', KUBERNETES, file])),
  },
  ...OVERLAYS.flatMap((overlay) => [
    { name: `${overlay}: schemas of Kubernetes ${KUBERNETES}`, tools: ['kustomize', 'kubernetes-validate'], work: ([kustomize, validate]) => rendered(kustomize, overlay, (file) => run(validate, ['--strict', '-k', KUBERNETES, file])) },
    {
      name: `${overlay}: kube-score`,
      tools: ['kustomize', 'kube-score'],
      work: ([kustomize, score]) => rendered(kustomize, overlay, (file) => run(score, ['score', '--exit-one-on-warning', ...MEANT.flatMap((test) => ['--ignore-test', test]), file])),
    },
  ]),
]
