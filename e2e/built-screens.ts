import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { inject } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/** The folder of the screens as these sources build them: built by the first walk of a run, used by all. */
export async function builtScreens(): Promise<string> {
  const [built, lock] = ['web', 'web.lock'].map((name) => join(inject('runFolder'), name)) as [string, string]
  while (!existsSync(built)) {
    const isOurs = await mkdir(lock).then(
      () => true,
      () => false,
    )
    if (!isOurs) {
      await sleep(200)
      continue
    }
    try {
      await build(`${built}.part`)
      await rename(`${built}.part`, built)
    } finally {
      await rm(lock, { recursive: true, force: true })
    }
  }
  return built
}

async function build(folder: string): Promise<void> {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', 'web', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'],
    { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' } },
  )
}
