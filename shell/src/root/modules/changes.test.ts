import { describe, expect, it } from 'vitest'
import { changesBetween } from './changes'
import { feedModule } from './test-feed'

const crm = feedModule('crm')
const projects = feedModule('projects')

describe('changes of a feed', () => {
  it('are none when nothing changed', () => {
    expect(changesBetween([crm, projects], [projects, { ...crm, name: 'Customers' }])).toEqual({ gone: [], added: [], replaced: [] })
  })

  it('are modules that came, went and have another version', () => {
    const next = feedModule('projects', '2.0.0')
    const hr = feedModule('hr')
    expect(changesBetween([crm, projects], [next, hr])).toEqual({ gone: [crm], added: [hr], replaced: [{ before: projects, after: next }] })
  })
})
