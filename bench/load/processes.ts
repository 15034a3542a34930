import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface Process {
  readonly name: string
  readonly pid: number
  /** Of a worker none. */
  readonly address: string
  /** Told to stop as a service manager does. */
  stop(): Promise<void>
}

interface Starting {
  readonly databaseUrl: string
  readonly dataFolder: string
  readonly pack: string
}

/** A web process or a worker on the database; waits until it serves. */
export async function startProcess(
  role: 'web' | 'worker',
  name: string,
  { databaseUrl, dataFolder, pack }: Starting,
): Promise<Process> {
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    QUARTERDECK_DATA: dataFolder,
    QUARTERDECK_PACK: pack,
    QUARTERDECK_ROLE: role,
    PORT: '0',
    HOST: '127.0.0.1',
  }
  const child = fork(fileURLToPath(new URL('./serve.ts', import.meta.url)), { env, stdio: 'inherit' })
  const ended = once(child, 'exit')
  const over = ended.then(([code]) => {
    throw new Error(`${name} ended with ${code} before it served`)
  })
  over.catch(() => {})
  const [told] = (await Promise.race([once(child, 'message'), over])) as [{ address: string }]
  return {
    name,
    pid: child.pid!,
    address: told.address,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
