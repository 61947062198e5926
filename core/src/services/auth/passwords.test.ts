import bcrypt from 'bcrypt'
import { afterEach, expect, test, vi } from 'vitest'
import { createPasswords } from './passwords.js'

const passwords = createPasswords({ cost: 4 })
afterEach(() => {
  vi.restoreAllMocks()
})

test('a password fits its hash and no other', async () => {
  const hash = await passwords.hash('correct horse')
  expect(await passwords.verify('correct horse', hash)).toBe(true)
  expect(await passwords.verify('correct horsf', hash)).toBe(false)
})

test('bytes beyond the 72nd and after a null count', async () => {
  const long = 'x'.repeat(100)
  const hash = await passwords.hash(`${long}a`)
  expect(await passwords.verify(`${long}b`, hash)).toBe(false)
  expect(await passwords.verify('a\0c', await passwords.hash('a\0b'))).toBe(false)
})

test('the same characters typed on another system are the same password', async () => {
  expect(await passwords.verify('Z\u0075\u0308rich-See', await passwords.hash('Z\u00fcrich-See'))).toBe(true)
})

test('the cost is 12 unless said otherwise', async () => {
  expect(bcrypt.getRounds(await createPasswords().hash('correct horse'))).toBe(12)
})

test('without an account the same work is done, and the answer is no', async () => {
  const compare = vi.spyOn(bcrypt, 'compare')
  expect(await passwords.verify('correct horse', undefined)).toBe(false)
  const [, hash] = compare.mock.calls[0] as unknown as [string, string]
  expect(bcrypt.getRounds(hash)).toBe(4)
  // A malformed hash would be refused at once, and tell by its speed that nobody has this address.
  expect(hash).toMatch(/^\$2b\$04\$[./A-Za-z0-9]{53}$/)
})

test('no more run at once than allowed, and all get their turn', async () => {
  let running = 0
  let most = 0
  vi.spyOn(bcrypt, 'hash').mockImplementation(async () => {
    most = Math.max(most, (running += 1))
    await new Promise((resolve) => setTimeout(resolve, 2))
    running -= 1
    return 'hash'
  })
  const two = createPasswords({ cost: 4, parallel: 2 })
  expect(await Promise.all(Array.from({ length: 20 }, () => two.hash('x')))).toHaveLength(20)
  expect(most).toBe(2)
})

test('a failure hands its place on, and a crowd is sent away with a time to come back', async () => {
  let fail: () => void = () => {}
  vi.spyOn(bcrypt, 'hash').mockImplementationOnce(() => new Promise((_, reject) => (fail = () => reject(new Error('broken')))))
  const one = createPasswords({ cost: 4, parallel: 1 })
  const first = one.hash('x')
  const waiting = Array.from({ length: 100 }, () => one.hash('x'))
  await expect(one.hash('x')).rejects.toMatchObject({ code: 'AUTH_BUSY', retryAfter: 5 })
  fail()
  await expect(first).rejects.toThrow('broken')
  expect(await Promise.all(waiting)).toHaveLength(100)
})

test('a weak one is refused with its reason', () => {
  const refusal = expect.objectContaining({ code: 'AUTH_WEAK_PASSWORD' }) as Error
  expect(() => passwords.check('password1', { email: 'a@b.example' })).toThrow(refusal)
  expect(() => passwords.check('Corr3ct-horse-battery', { email: 'a@b.example' })).not.toThrow()
})
