import type { StageKind } from '../shared/pipeline.js'

interface StageSeed {
  name: string
  kind: StageKind
  /** Percent. */
  probability: number
}

/** The names of the pipeline that every organization starts with, by language; English for all others. */
const NAMES = {
  en: { pipeline: 'Sales', stages: ['New', 'Qualified', 'Proposal', 'Negotiation', 'Won', 'Lost'] },
  de: { pipeline: 'Vertrieb', stages: ['Neu', 'Qualifiziert', 'Angebot', 'Verhandlung', 'Gewonnen', 'Verloren'] },
}

const STEPS: readonly { kind: StageKind; probability: number }[] = [
  { kind: 'open', probability: 10 },
  { kind: 'open', probability: 25 },
  { kind: 'open', probability: 50 },
  { kind: 'open', probability: 75 },
  { kind: 'won', probability: 100 },
  { kind: 'lost', probability: 0 },
]

/** The pipeline for an organization of `locale`, a BCP 47 tag. */
export function defaultPipeline(locale: string): { name: string; stages: StageSeed[] } {
  const names = /^de\b/i.test(locale) ? NAMES.de : NAMES.en
  return { name: names.pipeline, stages: STEPS.map((step, index) => ({ name: names.stages[index] ?? '', ...step })) }
}
