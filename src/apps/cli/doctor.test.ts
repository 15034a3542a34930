import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemClock } from '../../kernel/clock.ts'
import { createS3Store } from '../../platform/files/index.ts'
import { openTestCity, openTestDatabase, type TestCity } from '../../platform/testing/index.ts'
import { TEST_SECRET } from '../../platform/testing/secret.ts'
import { examine } from '../installation/examine.ts'
import { listSettings } from '../installation/list-settings.ts'
import { newDataFolder, run } from '../testing.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city?.close())

const look = async (more: Partial<Parameters<typeof examine>[0]> = {}) => {
  const { database } = city
  const findings = await examine({
    database,
    clock: systemClock(),
    dataFolder: '/',
    smtpUrl: undefined,
    ...more,
  })
  return Object.fromEntries(findings.map(({ check, state }) => [check, state]))
}

it('finds a sound installation well, and ends with 0', async () => {
  const program = run('./cli/main.ts', ['doctor', '--json'], {
    DATABASE_URL: city.database.url,
    QUARTERDECK_DATA: newDataFolder(),
    QUARTERDECK_SECRET: TEST_SECRET.toString(),
  })
  expect(await program.ended).toBe(0)
  const states = (JSON.parse(program.output()) as { check: string; state: string }[]).map(
    ({ check, state }) => `${check} ${state}`,
  )
  expect(states).toEqual([
    'settings ok',
    'database ok',
    'migrations ok',
    'disk ok',
    'clock ok',
    'journal ok',
    'partitions ok',
    'replicas skipped',
    'archive skipped',
    'files ok',
    'mail skipped',
  ])
})

it('names what is wrong: clock, journal of another secret, missing migration, silent mail', async () => {
  expect(await look({ clock: city.clock })).toMatchObject({ clock: 'failed', journal: 'ok' })
  const stranger = { ...city.database, secret: Buffer.from('the secret of another installation') }
  expect(await look({ database: stranger })).toMatchObject({ journal: 'failed' })
  const place = {
    endpoint: 'http://127.0.0.1:1',
    bucket: 'none',
    region: 'x',
    accessKeyId: 'x',
    secretAccessKey: 'x',
  }
  const unreached = createS3Store({ place, spoolFolder: '/nowhere' })
  expect(await look({ database: { ...city.database, files: unreached } })).toMatchObject({ files: 'failed' })
  expect(await look({ smtpUrl: 'smtp://127.0.0.1:1' })).toMatchObject({ mail: 'failed' })
  const server = createServer((socket) => socket.end('220 mail.example ESMTP\r\n')).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  expect(await look({ smtpUrl: `smtp://user:word@127.0.0.1:${port}` })).toMatchObject({ mail: 'ok' })
  server.close()
  await sql`delete from platform.migration where module = 'inbox'`.execute(city.database.owner)
  expect(await look()).toMatchObject({ migrations: 'failed', database: 'ok' })
})

it('says of a database without tables that it is new, and not that somebody tampered with the journal', async () => {
  const empty = await openTestDatabase('empty')
  const program = run('./cli/main.ts', ['--lang', 'en', 'doctor'], {
    DATABASE_URL: empty.database.url,
    QUARTERDECK_DATA: newDataFolder(),
    QUARTERDECK_SECRET: TEST_SECRET.toString(),
  })
  expect(await program.ended).toBe(1)
  await empty.close()
  expect(program.output()).toContain('✗ Migrations: not all applied')
  expect(program.output()).toContain('– journal: cannot be looked at')
  expect(program.output()).not.toContain('tampered')
})

it('lists every setting that the program reads, and no password', () => {
  const listed = listSettings({
    DATABASE_URL: 'postgres://city:swordfish@db.example:5432/city?sslpassword=swordfish',
    QUARTERDECK_SECRET: 'swordfish swordfish',
    QUARTERDECK_SMTP_URL: 'not an address with swordfish',
    PORT: '9000',
  })
  expect(JSON.stringify(listed)).not.toContain('swordfish')
  expect(listed.find(({ name }) => name === 'DATABASE_URL')).toEqual({
    name: 'DATABASE_URL',
    value: 'postgres://city:…@db.example:5432/city?sslpassword=…',
    isGiven: true,
  })
  const read = [
    '../installation/settings.ts',
    '../installation/single-sign-on.ts',
    '../../modules/inbox/delivery/settings.ts',
  ]
    .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
    .join('\n')
  const names = new Set(
    [...read.matchAll(/(?:env\.|')((?:QUARTERDECK|HOST|PORT|DATABASE)[A-Z_]*)/g)].map(([, name]) => name),
  )
  expect(names.size).toBeGreaterThan(15)
  for (const name of names) expect(listed.map((one) => one.name)).toContain(name)
})
