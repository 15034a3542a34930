import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFolderStore } from '../../platform/files/index.ts'
import { journal, listJournal, verifyJournal } from '../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { installationTasks } from './installation-tasks.ts'

let city: TestCity
let archive: string
beforeAll(async () => {
  city = await openTestCity()
  archive = await mkdtemp(join(tmpdir(), 'quarterdeck-retained-'))
})
afterAll(async () => {
  await city?.close()
  await rm(archive, { recursive: true, force: true })
})

const tasksOf = (settings: Parameters<typeof installationTasks>[1]) =>
  installationTasks(
    {
      database: { ...city.database, files: createFolderStore({ folder: archive }) },
      asSystem: () => city.asSystem(),
    },
    settings,
  )

it('drops nothing of its own accord unless a place for the archives was named', () => {
  const names = (settings: Parameters<typeof installationTasks>[1]) =>
    tasksOf(settings).map(({ name }) => name)
  expect(names({ retention: { journal: 6 } })).toEqual(['platform:sweep-files'])
  expect(names({ retention: {}, retainTo: archive })).toEqual(['platform:sweep-files'])
  expect(names({ retention: { journal: 6 }, retainTo: archive })).toContain('platform:retain')
})

it('archives what is due once, though a worker and a person begin at the same moment; the journal stays whole', async () => {
  const officer = city.as('officer')
  for (const instant of ['2024-04-11T02:00:00Z', '2026-11-20T02:00:00Z']) {
    city.setClock(instant)
    const entry = { action: 'test.done', subject: { type: 'test', id: instant }, detail: {} }
    await officer.transaction((tx) => journal(tx, officer, entry))
  }
  const retain = tasksOf({ retention: { journal: 6 }, retainTo: archive }).find(
    ({ name }) => name === 'platform:retain',
  )!
  await Promise.all([retain.run(), retain.run()])
  expect(await readdir(archive)).toEqual(['journal.entry_2024q2.tar.gz'])
  const { entries } = await city.asSystem().transaction((tx) => listJournal(tx))
  expect(entries.filter(({ action }) => action === 'platform.partition-archived')).toHaveLength(1)
  expect(await verifyJournal(city.database, city.tenant.id)).toMatchObject({ kind: 'whole' })
})

it('sweeps what uploads of days ago have left, and nothing of today', async () => {
  const incoming = join(archive, city.tenant.id, 'incoming')
  await mkdir(incoming, { recursive: true })
  const [old, fresh] = ['old', 'fresh'].map((name) => join(incoming, name)) as [string, string]
  for (const file of [old, fresh]) await writeFile(file, 'half an upload')
  const before = new Date('2024-04-01T00:00:00Z')
  await utimes(old, before, before)
  await tasksOf({})
    .find(({ name }) => name === 'platform:sweep-files')!
    .run()
  expect([existsSync(old), existsSync(fresh)]).toEqual([false, true])
})
