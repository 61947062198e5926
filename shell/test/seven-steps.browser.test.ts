import { existsSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accept, invite, seeAsEmployee } from './steps/colleague.js'
import { makeCompany, workPipeline } from './steps/crm.js'
import { importCustomers, importNorthwind, NORTHWIND } from './steps/import.js'
import { makeProject, makeTasks, mountProjects, workBoard, workList } from './steps/projects.js'
import { findEverything } from './steps/restart.js'
import { signInAsOwner, signUp } from './steps/sign-up.js'
import { OWNER, TAKEN, type Story } from './steps/story.js'
import { openModules, switchCrm } from './steps/super-admin.js'
import { signUpAt } from './support/api.js'
import { chromiumPath } from './support/browser.js'
import { World } from './support/world.js'

describe.skipIf(!chromiumPath)('a company from its sign-up to its next day', () => {
  let world: World
  let story: Story
  let broken = false

  beforeAll(async () => {
    world = await World.create()
    const { email: owner_email, password } = OWNER
    await signUpAt(world.host, { business_name: 'Port of Gdynia', subdomain: TAKEN, owner_name: 'Eva Lis', owner_email, password })
  })
  afterAll(() => world?.close())
  beforeEach((context) => context.skip(broken, 'an earlier step failed'))
  afterEach(({ task }) => void (broken ||= task.result?.state === 'fail'))

  test('1: it signs up, its address checked while it is typed, its modules shown before', async () => {
    story = { world, owner: await signUp(world) }
    expect(world.complaints).toEqual([])
  })

  test('2: the owner signs in to exactly what is enabled, and invites a colleague, who sees what an employee may', async () => {
    await signInAsOwner(story.owner)
    const colleague = await accept(world, await invite(story))
    await seeAsEmployee(world, colleague)
    expect(world.complaints).toEqual([])
  })

  test('3: Projects is mounted from its package, while nothing of it stands in the shell', async () => {
    await mountProjects(story)
    expect(world.complaints).toEqual([])
  })

  test('4: projects, members, tasks, the board by mouse and by keyboard, the list, comments', async () => {
    await makeProject(story)
    await makeTasks(story)
    await workBoard(story)
    await workList(story)
    expect(world.complaints).toEqual([])
  })

  test('5: companies, contacts, deals in the pipeline, and an import that saves nothing before it is asked to', async () => {
    await makeCompany(story)
    await workPipeline(story)
    await importCustomers(story)
    expect(world.complaints).toEqual([])
  })

  test.skipIf(!existsSync(NORTHWIND))('5: the 91 customers of Northwind (skipped where its file is not beside the checkout)', async () => {
    await importNorthwind(story)
    expect(world.complaints).toEqual([])
  })

  test('6: the super admin switches CRM off and on, and the open page follows within a second, its data kept', async () => {
    await switchCrm(story, await openModules(world))
    expect(world.complaints).toEqual([])
  })

  test('7: after a stop, and after a kill, everything is still there', async () => {
    expect(await world.host.end('SIGTERM')).toBe(0)
    await world.host.start()
    await findEverything(story)
    await world.host.end('SIGKILL')
    await world.host.start()
    await findEverything(story)
    expect(world.complaints).toEqual([])
  })
})
