import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openFileStore } from './open-file-store.ts'

const dataFolder = mkdtempSync(join(tmpdir(), 'quarterdeck-place-'))
afterAll(() => rmSync(dataFolder, { recursive: true }))

const open = (env: Record<string, string>) =>
  openFileStore(
    { dataFolder, maxBytes: 1000 },
    () => {
      throw new Error('no database is asked for')
    },
    env,
  )

it('names the setting that is wrong, and takes the key from a file', () => {
  const key = join(dataFolder, 'key')
  writeFileSync(key, 'id\nsecret\n', { mode: 0o600 })
  const s3 = {
    QUARTERDECK_FILES: 's3',
    QUARTERDECK_S3_ENDPOINT: 'https://s3.city.example',
    QUARTERDECK_S3_BUCKET: 'quarterdeck-files',
    QUARTERDECK_S3_KEY_FILE: key,
  }
  const settings: Record<string, string>[] = [
    {},
    { QUARTERDECK_FILES: 'folder' },
    { QUARTERDECK_FILES: 'postgres' },
    s3,
  ]
  for (const env of settings) expect(open(env).maxBytes).toBe(1000)
  expect(() => open({ QUARTERDECK_FILES: 'tape' })).toThrow(/malformed-files/)
  for (const name of ['QUARTERDECK_S3_ENDPOINT', 'QUARTERDECK_S3_BUCKET', 'QUARTERDECK_S3_KEY_FILE'])
    expect(() => open({ ...s3, [name]: '' })).toThrow(name)
})
