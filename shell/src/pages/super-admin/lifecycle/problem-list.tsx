import { Note, useT } from '@innoerp/sdk/ui'
import type { Preflight, PreflightProblem } from '../../../clients/modules'

const TONES = { error: 'danger', warning: 'warning' } as const
const ORDER: readonly PreflightProblem['severity'][] = ['error', 'warning']

/** What a preflight found, the worst first; or that it found nothing. */
export function ProblemList({ preflight: { problems, impact } }: { preflight: Preflight }) {
  const t = useT()
  if (problems.length === 0) return <Note tone="success">{t('preflight.clean')}</Note>
  const names = new Map(impact.tenants.map(({ organization_id, name }) => [organization_id, name]))
  return (
    <ul className="pages-problems" aria-label={t('preflight.problems')}>
      {ORDER.flatMap((severity) => problems.filter((one) => one.severity === severity)).map((problem, index) => (
        <li key={index}>
          <Note tone={TONES[problem.severity]} title={problem.organization_id && names.get(problem.organization_id)}>
            {problem.message} <code className="io-mono">{problem.code}</code>
          </Note>
        </li>
      ))}
    </ul>
  )
}
