import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Program {
  child: ChildProcess
  /** Everything it has written so far. */
  output(): string
  /** The address it printed. @throws Error when it ends without one */
  address(): Promise<string>
  /** Its exit code. */
  ended: Promise<number | null>
}

const QUIET = { LANG: 'zh_CN.UTF-8', HOST: '127.0.0.1', PORT: '0', QUARTERDECK_PACK: 'riverport' }

/** The embedded server, which root runs as somebody else, may enter it: otherwise its data stay behind elsewhere. */
export function newDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-app-'))
  chmodSync(folder, 0o711)
  return folder
}

/** Runs one of the programs of `src/apps` in a process of its own, as an operator does. */
export function run(path: string, args: readonly string[], env: Record<string, string>): Program {
  const file = fileURLToPath(new URL(path, import.meta.url))
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH: process.env.PATH, ...QUIET, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    output += chunk
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, ended, output: () => output, address: () => addressIn(() => output, ended) }
}

async function addressIn(output: () => string, ended: Promise<unknown>): Promise<string> {
  let isOver = false
  void ended.then(() => {
    isOver = true
  })
  for (;;) {
    const address = /http:\/\/[\d.]+:\d+/.exec(output())
    if (address) return address[0]
    if (isOver) throw new Error(`It ended without an address:\n${output()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
