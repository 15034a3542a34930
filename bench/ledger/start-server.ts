import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Settings } from '../../src/apps/installation/settings.ts'
import type { Statement } from './statement.ts'

export interface RunningServer {
  readonly address: string
  readonly databaseUrl: string
  /** What the server sends to the database while `work` runs. */
  watch(work: () => Promise<unknown>): Promise<readonly Statement[]>
}

interface Told {
  address: string
  databaseUrl: string
  statements: Statement[]
}

/** Starts `serve.ts` on the data folder; `cleanup` stops it and its database. */
export async function startServer(
  { dataFolder, pack }: Settings,
  cleanup: AsyncDisposableStack,
): Promise<RunningServer> {
  const env = {
    ...process.env,
    QUARTERDECK_DATA: dataFolder,
    QUARTERDECK_PACK: pack,
    PORT: '0',
    HOST: '127.0.0.1',
  }
  const child = fork(fileURLToPath(new URL('./serve.ts', import.meta.url)), { env, stdio: 'inherit' })
  const ended = once(child, 'exit')
  cleanup.defer(async () => {
    child.send('stop')
    await ended
  })
  const { address, databaseUrl } = await nextOf(child, ended)
  return {
    address,
    databaseUrl,
    async watch(work) {
      child.send('watch')
      await nextOf(child, ended)
      await work()
      child.send('statements')
      return (await nextOf(child, ended)).statements
    },
  }
}

async function nextOf(child: ChildProcess, ended: Promise<unknown>): Promise<Told> {
  const told = once(child, 'message').then(([message]) => message as Told)
  return Promise.race([
    told,
    ended.then(() => {
      throw new Error('The server ended before it answered')
    }),
  ])
}
