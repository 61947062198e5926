import { expect, test } from 'vitest'
import { placedIn } from './deal-placement.js'
import { defaultPipeline } from './default-pipeline.js'

const NOW = '2026-11-24T09:00:00.000Z'
const stage = (kind: 'open' | 'won' | 'lost') => ({ id: 's', name: 'S', kind, probability: 50 })

test('a won or lost stage closes a deal, an open one opens it again', () => {
  expect(placedIn(stage('won'), NOW)).toEqual({ stage_id: 's', stage_kind: 'won', stage_changed_at: NOW, closed_at: NOW })
  expect(placedIn(stage('lost'), NOW).closed_at).toBe(NOW)
  expect(placedIn(stage('open'), NOW).closed_at).toBeNull()
})

test('the first pipeline speaks the language of the organization and ends in won and lost', () => {
  expect(defaultPipeline('de-AT').stages.map(({ name }) => name)).toEqual(['Neu', 'Qualifiziert', 'Angebot', 'Verhandlung', 'Gewonnen', 'Verloren'])
  expect(defaultPipeline('den').name).toBe('Sales')
  const { stages } = defaultPipeline('fr-FR')
  expect(stages.map(({ kind }) => kind)).toEqual(['open', 'open', 'open', 'open', 'won', 'lost'])
  expect(stages.map(({ probability }) => probability)).toEqual([10, 25, 50, 75, 100, 0])
})
