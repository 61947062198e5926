/** One place where a service is wired in: a text of a file and what comes beside it. */
export interface Wiring {
  file: string
  /** A line of the file, as it begins after its indentation. */
  beside: string
  /** What comes before that line, indented as it is. */
  line: string
}

/** Where the host learns of a service: its routes, its health, whose times its requests are. */
export const wiringOf = ({ id, camel, snake }: { id: string; camel: string; snake: string }): readonly Wiring[] => [
  { file: 'core/src/host/services.ts', beside: 'import { tenantService }', line: `import { ${camel}Service } from '../services/${id}/index.js'` },
  { file: 'core/src/host/services.ts', beside: 'healthRoutes({', line: `${camel}Service({ platform }),` },
  { file: 'core/src/services/monitoring/health.ts', beside: "'monitoring-service': async", line: `'${id}-service': () => rows('${snake}.items'),` },
  { file: 'core/src/services/monitoring/health.ts', beside: "'monitoring-service',", line: `'${id}-service',` },
  { file: 'core/src/services/monitoring/service-meter.ts', beside: '[/^\\/api\\/v1\\/(auth', line: `[/^\\/api\\/v1\\/${id}\\b/, '${id}-service'],` },
]

/**
 * The text with the line in it; the text itself where the line stands already.
 * @returns undefined where there is nothing to put it beside
 */
export function wired(text: string, { beside, line }: Wiring): string | undefined {
  const lines = text.split('\n')
  if (lines.some((one) => one.trim() === line)) return text
  const at = lines.findIndex((one) => one.trimStart().startsWith(beside))
  if (at < 0) return undefined
  const indent = /^\s*/.exec(lines[at] ?? '')?.[0] ?? ''
  return [...lines.slice(0, at), `${indent}${line}`, ...lines.slice(at)].join('\n')
}
