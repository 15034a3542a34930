import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drillFullDisk, handIn } from './drill-full-disk.ts'
import { type ServedCity, serveCity } from './served-city.ts'
import { mountSmallDisk, type SmallDisk } from './small-disk.ts'
import { wrongAnswers } from './tally.ts'

/** On a machine that five others use. */
const PATIENCE_MS = 240_000

const parent = await mkdtemp(join(tmpdir(), 'quarterdeck-disk-'))
const disk: SmallDisk | undefined = mountSmallDisk(join(parent, 'disk'), 220)
const withoutDisk = disk ? '' : ' (left out: only root on Linux may mount a small disk)'

let city: ServedCity
beforeAll(async () => {
  if (disk) city = await serveCity(join(disk.folder, 'data'))
})
afterAll(async () => {
  await city?.stop()
  disk?.remove()
  await rm(parent, { recursive: true, force: true })
})

describe.skipIf(!disk)(`A disk that is full${withoutDisk}`, () => {
  it(
    'refuses a file with a sentence and keeps nothing of it; the same file is taken once there is room',
    async () => {
      disk!.fill()
      expect(await handIn(city)).toEqual({ status: 507, code: 'kernel.disk-full' })
      disk!.clear()
      expect((await handIn(city)).status).toBe(201)
    },
    PATIENCE_MS,
  )

  it(
    'loses nothing that the ledger acknowledged, refuses the rest, and goes on by itself once there is room',
    async () => {
      // Where the database stands: elsewhere it would never be full.
      expect(await realpath(join(city.dataFolder, 'postgres'))).toContain(disk!.folder)
      const drilled = await drillFullDisk(city, disk!, {
        cycles: 1,
        writers: 4,
        name: 'full',
        contentBytes: 3000,
      })
      expect(drilled).toMatchObject({ lost: [], doubled: [], unasked: [] })
      expect(drilled.stored).toBe(drilled.acknowledged)
      expect(wrongAnswers(drilled.tally)).toEqual([])
      const { statuses } = drilled.tally
      expect((statuses.get(503) ?? 0) + (statuses.get(507) ?? 0)).toBeGreaterThan(0)
    },
    PATIENCE_MS,
  )
})
