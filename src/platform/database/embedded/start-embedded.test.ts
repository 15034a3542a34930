import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { watchOver } from '../../testing/watch-over.ts'
import { startDatabase } from '../start-database.ts'
import { type EmbeddedServer, startEmbedded } from './index.ts'
import { startWriter } from './testing/writer.ts'

let base: string
let folder: string
let endWatch: () => void
const servers: EmbeddedServer[] = []

/** Made once: a first start takes a second of work, a copy of its folder none. */
let made: string
beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'quarterdeck-made-'))
  await chmod(made, 0o711)
  await (await startEmbedded({ folder: join(made, 'postgres') })).stop()
})
afterAll(() => rm(made, { recursive: true, force: true }))

/** A folder in which a server has run before. */
function useMadeFolder(): void {
  execFileSync('cp', ['-a', join(made, 'postgres'), folder])
}

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'quarterdeck-embedded-'))
  await chmod(base, 0o711)
  endWatch = watchOver(base)
  folder = join(base, 'postgres')
})
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
  await rm(base, { recursive: true, force: true })
  endWatch()
})

async function start(options: Partial<Parameters<typeof startEmbedded>[0]> = {}): Promise<EmbeddedServer> {
  const server = await startEmbedded({ folder, patienceMs: 0, ...options })
  servers.push(server)
  return server
}

async function query(url: string, text: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('The embedded server', () => {
  it('writes through to the disk, listens on loopback only, and knows Chinese', async () => {
    const { url } = await start()
    const [row] = await query(
      url,
      `select current_setting('fsync') as fsync, current_setting('listen_addresses') as address,
        current_setting('password_encryption') as passwords,
        (select string_agg(name, '' order by name) from unnest(array['重庆', '安徽', '上海']) name) as ordered,
        (select datlocprovider from pg_database where datname = 'quarterdeck') as provider`,
    )
    expect(row).toMatchObject({ fsync: 'on', address: '127.0.0.1', passwords: 'scram-sha-256' })
    if (row.provider === 'i') expect(row.ordered).toMatch(/^安徽/)
    await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/)
  })

  it('keeps password and address from other users of the machine', async () => {
    useMadeFolder()
    await start()
    for (const file of ['password', 'running.json', 'server.log', 'lock']) {
      expect((await stat(join(folder, file))).mode & 0o077, file).toBe(0)
    }
    expect((await stat(join(folder, 'cluster'))).mode & 0o077).toBe(0)
  })

  it('stops and starts again with what was written, on another port when its own is taken', async () => {
    useMadeFolder()
    const first = await start()
    await query(first.url, 'create table kept as select 1 as number')
    const port = Number(new URL(first.url).port)
    await first.stop()
    expect(isAlive(first.pid)).toBe(false)
    const squatter = createServer().listen(port, '127.0.0.1')
    const second = await start()
    expect(await query(second.url, 'select number from kept')).toEqual([{ number: 1 }])
    squatter.close()
  })

  it('is stopped twice without harm, and its folder can be taken at once', async () => {
    useMadeFolder()
    const first = await start()
    await first.stop()
    await first.stop()
    await start()
  })

  it('forgets a first start that was interrupted', async () => {
    await mkdir(join(folder, 'cluster.new', 'cluster'), { recursive: true })
    await writeFile(join(folder, 'cluster.new', 'cluster', 'PG_VERSION'), '18')
    const { url } = await start()
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await readdir(folder)).not.toContain('cluster.new')
  })
})

describe('A folder in use', () => {
  beforeEach(useMadeFolder)

  it('is refused to a second start, which names the process of the first', async () => {
    await start()
    await expect(start()).rejects.toMatchObject({
      code: 'platform.folder-in-use',
      details: { folder, pid: process.pid },
    })
  })

  it('is won by one of many that start at once', async () => {
    const starts = await Promise.allSettled([1, 2, 3, 4].map(() => start()))
    expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('is refused across processes, free the moment the other is killed, and its orphan is found', async () => {
    const writer = await startWriter(folder)
    await expect(start()).rejects.toMatchObject({ details: { pid: writer.process.pid } })
    await writer.kill()
    const notices: string[] = []
    await start({ notice: (code) => notices.push(code) })
    expect(notices).toEqual(['platform.orphan-found'])
  })

  it('is waited for while the other one stops', async () => {
    const first = await start()
    const second = startEmbedded({ folder, patienceMs: 10_000 })
    await sleep(150)
    await first.stop()
    servers.push(await second)
  })

  it('lets a command of the line work beside the server', async () => {
    const server = await start()
    const beside = await startDatabase({ dataFolder: base, whenRunning: 'attach' })
    expect(beside).toMatchObject({ kind: 'attached', url: server.url })
    await beside.stop()
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('What a crash left behind', () => {
  beforeEach(useMadeFolder)

  it('does not mislead a start: files of a lock without a process', async () => {
    await writeFile(join(folder, 'lock'), '')
    await writeFile(join(folder, 'running.json'), JSON.stringify({ pid: 1, url: 'postgres://nowhere' }))
    await start()
  })

  it('is not another process that has the number of the old server by now', async () => {
    const first = await start()
    await first.stop()
    const pidFile = join(folder, 'cluster', 'postmaster.pid')
    await writeFile(pidFile, `${process.pid}\n${join(folder, 'cluster')}\n`)
    const notices: string[] = []
    await start({ notice: (code) => notices.push(code) })
    expect(notices).toEqual([])
    expect(readFileSync(pidFile, 'utf8')).not.toMatch(new RegExp(`^${process.pid}\n`))
  })

  it('is recovered when the server itself was killed', async () => {
    const first = await start()
    await query(first.url, 'create table kept as select 1 as number')
    process.kill(first.pid, 'SIGKILL')
    await first.stop()
    const second = await start()
    expect(await query(second.url, 'select number from kept')).toEqual([{ number: 1 }])
  })
})

const asRoot = process.getuid?.() === 0

describe.skipIf(!asRoot)('As root (left out for others: they run the server as themselves)', () => {
  it('runs the server as another user', async () => {
    useMadeFolder()
    await start()
    expect((await stat(join(folder, 'cluster'))).uid).not.toBe(0)
  })

  it('puts the cluster elsewhere when that user cannot reach the folder, says so, and finds it again', async () => {
    await chmod(base, 0o700)
    const elsewhere = await mkdtemp(join(tmpdir(), 'quarterdeck-elsewhere-'))
    const notices: string[] = []
    const options = { elsewhere, notice: (code: string) => notices.push(code) }
    const first = await start(options)
    await query(first.url, 'create table kept as select 1 as number')
    await first.stop()
    expect(notices).toEqual(['platform.cluster-elsewhere', 'platform.cluster-new'])
    expect((await lstat(folder)).isSymbolicLink()).toBe(true)
    const second = await start(options)
    expect(await query(second.url, 'select number from kept')).toEqual([{ number: 1 }])
    await expect(start(options)).rejects.toMatchObject({ code: 'platform.folder-in-use' })
    await second.stop()
    await rm(elsewhere, { recursive: true })
    await expect(start(options)).rejects.toMatchObject({ code: 'platform.folder-link-broken' })
  })

  it('copies binaries that its user cannot run, libraries and all', async () => {
    const { locateBinaries } = await import('./binaries.ts')
    const closed = join(base, 'closed')
    await mkdir(join(closed, 'native', 'bin'), { recursive: true })
    await writeFile(join(closed, 'package.json'), '{"version":"0.0.0"}')
    await writeFile(join(closed, 'native', 'bin', 'postgres'), '#!/bin/sh\nexit 0\n', { mode: 0o700 })
    const user = { uid: 65534, gid: 65534 }
    const bin = await locateBinaries({
      user,
      elsewhere: base,
      notice: () => {},
      native: join(closed, 'native'),
    })
    expect(bin).toBe(join(base, 'postgres-0.0.0', 'bin'))
    expect(existsSync(join(bin, 'postgres'))).toBe(true)
    expect(await readFile(join(bin, 'postgres'), 'utf8')).toContain('exit 0')
  })
})
