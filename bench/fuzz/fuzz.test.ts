import { afterAll, beforeAll, expect, it } from 'vitest'
import { modules } from '../../src/apps/modules.ts'
import { buildServer, type QuarterdeckServer } from '../../src/platform/http/index.ts'
import { verifyJournal } from '../../src/platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../src/platform/testing/index.ts'
import type { Attacked } from './fuzz-city.ts'
import { runApi } from './run-api.ts'
import { runImporters } from './run-importers.ts'
import { runParser } from './run-parsers.ts'
import { keptApi, keptFiles, keptImports, kindOf, readKept } from './seeds.ts'
import { closeConnections } from './send.ts'
import { Tally } from './tally.ts'

/** The short form of `npm run fuzz`: a fixed seed, and every case that once made something go wrong. */
const SEED = 6
const kept = readKept()
let city: TestCity
let server: QuarterdeckServer
let attacked: Attacked

beforeAll(async () => {
  city = await openTestCity()
  const { database, clock } = city
  const told: string[] = []
  const logger = { level: 'error', stream: { write: (line: string) => void told.push(line) } }
  server = await buildServer({ database, modules, clock, strict: true, logger })
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  attacked = { address, unexpected: () => told.splice(0) }
})
afterAll(async () => {
  closeConnections()
  await server?.close()
  await city?.close()
})

const kindsOf = (tally: Tally) => [...new Set(tally.faults.map(kindOf))]

it('The API answers whatever comes as it declares, and a refusal writes nothing', {
  timeout: 300_000,
}, async () => {
  const tally = new Tally('api')
  await runApi({
    city,
    attacked,
    tally,
    seed: SEED,
    cases: 1000,
    kept: keptApi(kept),
    compareEvery: 40,
    limitMs: 30_000,
  })
  expect(kindsOf(tally)).toEqual([])
  expect(tally.compared).toBeGreaterThan(5)
  expect(tally.outcomes.get('200')).toBeGreaterThan(50)
})

it('An import enters all or nothing, whatever the file', { timeout: 300_000 }, async () => {
  const tally = new Tally('importers')
  await runImporters({ city, tally, seed: SEED, cases: 12, kept: keptImports(kept) })
  expect(kindsOf(tally)).toEqual([])
  expect(await verifyJournal(city.database, city.tenant.id)).toMatchObject({ kind: 'whole' })
})

it.each([
  ['documents', 250],
  ['sheets', 250],
  ['extractor', 500],
] as const)('%s are read or refused by code, in time', { timeout: 300_000 }, async (part, cases) => {
  const tally = new Tally(part)
  await runParser({ part, seed: SEED, cases }, tally)
  expect(kindsOf(tally)).toEqual([])
  expect(tally.cases).toBe(cases)
})

it('What once went wrong in a reader goes right', { timeout: 60_000 }, async () => {
  const tally = new Tally('documents')
  const files = keptFiles(kept)
  if (files.length > 0)
    await runParser({ part: 'documents', seed: SEED, cases: files.length, kept: files }, tally)
  expect(kindsOf(tally)).toEqual([])
})
