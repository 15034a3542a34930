import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { canEnter, chooseServerUser } from './server-user.ts'
import { prepareArchive } from './wal-archive.ts'

it('makes the folders above the archive so that the server, which is not root, may pass through them', async () => {
  const base = await mkdtemp(join(tmpdir(), 'archive-'))
  await chmod(base, 0o755)
  const folder = join(base, 'disk', 'log')
  const user = await chooseServerUser(base)
  await prepareArchive(folder, user)
  expect(canEnter(folder, user)).toBe(true)
  await rm(base, { recursive: true })
})
