import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { addAccount } from './testing.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
  await addAccount(city.asSystem(), { role: 'officer', username: 'duban1' })
})
afterAll(() => city?.close())

it('A user name that looks like another is refused with the character that differs', async () => {
  const refused = addAccount(city.asSystem(), { role: 'officer', username: 'dubanl' })
  await expect(refused).rejects.toMatchObject({
    code: 'identity.username-alike',
    details: { username: 'dubanl', other: 'duban1', position: 6, sign: 'U+006C' },
  })
  await addAccount(city.asSystem(), { role: 'officer', username: 'duban2' })
})
