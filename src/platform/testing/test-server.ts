import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../database/embedded/index.ts'
import { watchOver } from './watch-over.ts'

export interface TestServer {
  adminUrl: string
  stop(): Promise<void>
}

/** DATABASE_URL of any PostgreSQL ≥ 15 whose login may make databases, otherwise a server of our own for this run. */
export async function raiseTestServer(): Promise<TestServer> {
  const given = process.env.DATABASE_URL
  if (given) return { adminUrl: given, stop: async () => {} }
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-test-'))
  await chmod(folder, 0o711)
  // Thrown away at the end of the run, so nothing is lost by not waiting for the disk.
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '100',
    // Hundreds of small databases are made and dropped, which looks through all buffers.
    shared_buffers: '128MB',
  }
  const endWatch = watchOver(folder)
  async function remove(): Promise<void> {
    await rm(folder, { recursive: true, force: true })
    endWatch()
  }
  const server = await startEmbedded({ folder: join(folder, 'postgres'), settings }).catch(async (error) => {
    await remove()
    throw error
  })
  return {
    adminUrl: server.url,
    async stop() {
      await server.stop()
      await remove()
    },
  }
}
