import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const SCRIPT = fileURLToPath(new URL('./write-until-killed.ts', import.meta.url))

export interface Writer {
  readonly process: ChildProcess
  /** Codes that it was told at its start. */
  readonly notices: readonly string[]
  /** Rows that it found at its start. */
  readonly found: number
  /** Kills it in the middle of its work and gives the numbers of which it had word. */
  kill(): Promise<number[]>
}

/** Starts the writer on a folder and waits until it has word of its first row. */
export async function startWriter(folder: string, first = 0): Promise<Writer> {
  const child = spawn(process.execPath, [SCRIPT, folder, String(first)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const notices: string[] = []
  const acknowledged: number[] = []
  let found = -1
  let complaint = ''
  child.stderr!.on('data', (chunk: Buffer) => {
    complaint += chunk
  })
  const lines = createInterface({ input: child.stdout! })
  const closed = once(child, 'close')
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      const [kind, value = ''] = line.split(' ')
      if (kind === 'notice') notices.push(value)
      if (kind === 'found') found = Number(value)
      if (kind === 'acknowledged') acknowledged.push(Number(value))
      if (acknowledged.length > 0) resolve()
    })
    closed.then(() => reject(new Error(`The writer ended: ${complaint}`)))
  })
  return {
    process: child,
    notices,
    found,
    async kill() {
      child.kill('SIGKILL')
      await closed
      return acknowledged
    },
  }
}
