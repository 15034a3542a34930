import { expect, it } from 'vitest'
import { outageOf } from './outage-of.ts'

const told = (message: string, code?: string) => Object.assign(new Error(message), code && { code })

it.each([
  [told('terminating connection due to administrator command', '57P01'), 'database-away'],
  [told('the database system is in recovery mode', '57P03'), 'database-away'],
  [told('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED'), 'database-away'],
  [told('Connection terminated unexpectedly'), 'database-away'],
  [told('Client has encountered a connection error and is not queryable'), 'database-away'],
  [told('timeout exceeded when trying to connect'), 'database-away'],
  [told('cannot execute INSERT in a read-only transaction', '25006'), 'database-away'],
  [told('could not extend file "base/16384/16400": No space left on device', '53100'), 'disk-full'],
  [told('ENOSPC: no space left on device, write', 'ENOSPC'), 'disk-full'],
  [told('duplicate key value violates unique constraint', '23505'), undefined],
  [told('canceling statement due to user request', '57014'), undefined],
  [told('Cannot read properties of undefined'), undefined],
])('tells an outage from a mistake: %o', (error, outage) => {
  expect(outageOf(error)).toBe(outage)
})
