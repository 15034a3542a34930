import { readFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Who holds the folder and how its server is reached; says nothing about whether it still lives. */
export interface Running {
  pid: number
  url: string
}

export async function writeRunning(home: string, running: Running): Promise<void> {
  const file = join(home, 'running.json')
  await writeFile(`${file}.new`, JSON.stringify(running), { mode: 0o600 })
  await rename(`${file}.new`, file)
}

export function readRunning(home: string): Running | undefined {
  try {
    return JSON.parse(readFileSync(join(home, 'running.json'), 'utf8')) as Running
  } catch {
    return undefined
  }
}
