import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDataFolder } from '../testing.ts'
import { drillDispatch } from './drill-dispatch.ts'
import { drillHeld } from './drill-held.ts'
import { drillPostgresKills, drillServerKills } from './drill-kills.ts'
import { type ServedCity, serveCity } from './served-city.ts'
import { wrongAnswers } from './tally.ts'

/** On a machine that five others use. */
const PATIENCE_MS = 240_000

let city: ServedCity
const folder = newDataFolder()
beforeAll(async () => {
  city = await serveCity(folder)
})
afterAll(async () => {
  await city?.stop()
  await rm(folder, { recursive: true, force: true })
})

const WHOLE = { lost: [], doubled: [], unasked: [] }

describe('Acknowledged is stored once, not acknowledged is absent', () => {
  it(
    'when PostgreSQL is killed under writes: the server lives on, refuses with 503, and raises it again',
    async () => {
      const drilled = await drillPostgresKills(city, { cycles: 1, writers: 4, name: 'postgres' })
      expect(drilled).toMatchObject(WHOLE)
      expect(drilled.stored).toBe(drilled.acknowledged)
      expect(wrongAnswers(drilled.tally)).toEqual([])
      expect(drilled.tally.statuses.get(503)).toBeGreaterThan(0)
      expect(city.output()).toContain('PostgreSQL is running again')
    },
    PATIENCE_MS,
  )

  it(
    'when the server is killed under writes: what got no answer is sent again under its key and made once',
    async () => {
      const drilled = await drillServerKills(city, { cycles: 1, writers: 4, name: 'server' })
      expect(drilled).toMatchObject(WHOLE)
      expect(drilled.stored).toBe(drilled.acknowledged)
      expect(wrongAnswers(drilled.tally)).toEqual([])
    },
    PATIENCE_MS,
  )

  it(
    'when the server is killed in the middle of a dispatch: each item once, with its notice once',
    async () => {
      const told = await drillDispatch(city, { items: 12, name: 'dispatch' }, async () => {
        await city.kill()
        await city.start()
      })
      expect(told).toEqual({ items: 12, acknowledged: 12, stored: 12, steps: 12, messages: 12 })
    },
    PATIENCE_MS,
  )

  it(
    'when the server is killed between two items of a bulk dispatch and at the last step of two imports: all or nothing of each, and the rest by itself or when sent again',
    async () => {
      const drill = { items: 8, rows: 300, periods: 60, name: 'held' }
      const { middle, end, values } = await drillHeld(city, drill)
      const { dispatched } = middle
      expect(dispatched).toBeGreaterThanOrEqual(2)
      expect(dispatched).toBeLessThan(8)
      expect(middle).toEqual({
        dispatched,
        steps: dispatched,
        messages: dispatched,
        published: { vintages: 0, values: 0 },
        entered: { stored: 0, distinct: 0 },
      })
      expect(end).toEqual({
        dispatched: 8,
        steps: 8,
        messages: 8,
        published: { vintages: 1, values },
        entered: { stored: 300, distinct: 300 },
      })
    },
    PATIENCE_MS,
  )
})
