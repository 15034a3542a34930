import { chownSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createAnchors } from './anchors.ts'

const NOBODY = 65_534

it.runIf(process.getuid?.() === 0)('root notes anchors for a service so that the service can go on', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-anchors-'))
  chownSync(folder, NOBODY, NOBODY)
  const file = join(folder, 'journal-anchors.json')
  const anchors = createAnchors(file)
  anchors.note('01900000-0000-7000-8000-000000000001', { seq: 1, hash: 'a'.repeat(64) })
  anchors.flush()
  expect(statSync(file)).toMatchObject({ uid: NOBODY, gid: NOBODY })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  rmSync(folder, { recursive: true })
})
