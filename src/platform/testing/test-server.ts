import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../database/embedded/index.ts'

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
  }
  const remove = () => rm(folder, { recursive: true, force: true })
  const server = await startEmbedded({ folder: join(folder, 'postgres'), settings }).catch(async (error) => {
    await remove()
    throw error
  })
  const farewell = watchOver(server.pid, folder)
  return {
    adminUrl: server.url,
    async stop() {
      await server.stop()
      await remove()
      farewell()
    },
  }
}

/**
 * A shell that waits for the end of its input, which comes when this process ends in whatever way, then
 * stops the server and removes the folder: an interrupted run leaves nothing behind.
 */
function watchOver(pid: number, folder: string): () => void {
  const script =
    'cat >/dev/null; kill -INT "$1" 2>/dev/null; while kill -0 "$1" 2>/dev/null; do sleep 0.1; done; rm -rf "$2"'
  const watcher = spawn('/bin/sh', ['-c', script, 'sh', String(pid), folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watcher.unref()
  return () => watcher.kill('SIGKILL')
}
