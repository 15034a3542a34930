import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Program, run } from '../testing.ts'
import { type DrillSession, signInAs } from './drill-session.ts'

export interface ServedCity {
  readonly address: string
  readonly dataFolder: string
  /** The supervision officer, signed in; sessions outlive every kill. */
  readonly officer: DrillSession
  /** Of the database as it is reached now. */
  databaseUrl(): string
  output(): string
  /** kill -9 of the server's process. */
  kill(): Promise<void>
  /** Starts it again at the same address. */
  start(): Promise<void>
  stop(): Promise<number | null>
}

/** The fictional city served by a process of its own, by its embedded PostgreSQL unless `env` names another. */
export async function serveCity(dataFolder: string, env: Record<string, string> = {}): Promise<ServedCity> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  let program: Program
  let before = ''

  async function start(): Promise<void> {
    program = run('./cli/main.ts', ['serve'], { QUARTERDECK_DATA: dataFolder, ...env, PORT: String(port) })
    await program.address()
  }

  await start()
  return {
    address,
    dataFolder,
    officer: await signInAs('duban', address, dataFolder),
    databaseUrl: () =>
      env.DATABASE_URL ?? JSON.parse(readFileSync(join(dataFolder, 'postgres/running.json'), 'utf8')).url,
    output: () => before + program.output(),
    async kill() {
      program.child.kill('SIGKILL')
      await program.ended
      before += program.output()
    },
    start,
    async stop() {
      program.child.kill('SIGTERM')
      return program.ended
    },
  }
}

/** Free at this moment; a server that is started again wants the one it had. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
