import { expect, it } from 'vitest'
import { readStandbys } from './standbys-setting.ts'

const DATABASE_URL = 'postgres://city@primary/city'
const read = (QUARTERDECK_REPLICA_URL: string, QUARTERDECK_REPLICA_LAG_SECONDS = '') =>
  readStandbys({ DATABASE_URL, QUARTERDECK_REPLICA_URL, QUARTERDECK_REPLICA_LAG_SECONDS })

it('reads one replica or several, and none', () => {
  expect(read('')).toBeUndefined()
  expect(read('postgres://one/city, postgresql://two/city', '30')).toEqual({
    urls: ['postgres://one/city', 'postgresql://two/city'],
    maxLagMs: 30_000,
  })
  expect(read('postgres://one/city')!.maxLagMs).toBe(5000)
})

it('refuses what is no address without showing it, a lag out of bounds, and a replica of nothing', () => {
  expect(() => read('postgres://one/city,city:word@two')).toThrow(
    'platform.malformed-replica-url {"number":2}',
  )
  for (const lag of ['0', '-1', '1.5', 'soon', '301'])
    expect(() => read('postgres://one/city', lag)).toThrow('platform.malformed-replica-lag')
  expect(() => readStandbys({ QUARTERDECK_REPLICA_URL: 'postgres://one/city' })).toThrow(
    'platform.replica-needs-database',
  )
})
