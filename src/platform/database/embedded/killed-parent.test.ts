import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, it } from 'vitest'
import { watchOver } from '../../testing/watch-over.ts'
import { startEmbedded } from './index.ts'
import { startWriter } from './testing/writer.ts'

const KILLS = 20

it(`loses no acknowledged row when its parent is killed ${KILLS} times in the middle of writes`, async () => {
  const base = await mkdtemp(join(tmpdir(), 'quarterdeck-killed-'))
  await chmod(base, 0o711)
  const endWatch = watchOver(base)
  const folder = join(base, 'postgres')
  const acknowledged: number[] = []

  for (let kill = 0; kill < KILLS; kill++) {
    const writer = await startWriter(folder, kill * 1_000_000)
    expect(writer.found).toBeGreaterThanOrEqual(acknowledged.length)
    expect(writer.notices).toContain(kill === 0 ? 'platform.cluster-new' : 'platform.orphan-found')
    // Another moment each time, from the first rows to some hundreds.
    await sleep(5 + kill * 11)
    acknowledged.push(...(await writer.kill()))
  }

  const server = await startEmbedded({ folder })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const { rows } = await client.query<{ number: number }>('select number from written')
  await client.end()
  await server.stop()
  await rm(base, { recursive: true })
  endWatch()

  const kept = new Set(rows.map(({ number }) => number))
  expect(acknowledged.length).toBeGreaterThan(KILLS * 5)
  expect(acknowledged.filter((number) => !kept.has(number))).toEqual([])
}, 120_000)
