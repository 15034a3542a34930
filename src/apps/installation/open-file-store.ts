import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { invalid } from '../../kernel/errors.ts'
import type { Database } from '../../platform/database/index.ts'
import {
  createFolderStore,
  createPostgresStore,
  createS3Store,
  FILE_PLACES,
  type FileStore,
} from '../../platform/files/index.ts'
import type { Settings } from './settings.ts'

/**
 * Where handed-in files are kept: QUARTERDECK_FILES is `folder` (below the data folder), `postgres` or `s3`; for `s3` QUARTERDECK_S3_ENDPOINT,
 * QUARTERDECK_S3_BUCKET, QUARTERDECK_S3_REGION and QUARTERDECK_S3_KEY_FILE, whose two lines are the id of the key and the key.
 * @throws `platform.malformed-files`, `platform.s3-setting`
 */
export function openFileStore(
  { dataFolder, maxBytes }: { dataFolder: string; maxBytes: Settings['maxFileBytes'] },
  database: () => Database,
  env: NodeJS.ProcessEnv = process.env,
): FileStore {
  const value = env.QUARTERDECK_FILES || 'folder'
  if (value === 'folder') return createFolderStore({ folder: join(dataFolder, 'files'), maxBytes })
  if (value === 'postgres') return createPostgresStore({ database, maxBytes })
  if (value !== 's3') throw invalid('platform.malformed-files', { value, available: FILE_PLACES })
  const endpoint = env.QUARTERDECK_S3_ENDPOINT ?? ''
  if (!/^https?:\/\/[^\s?#]+$/.test(endpoint))
    throw invalid('platform.s3-setting', { name: 'QUARTERDECK_S3_ENDPOINT' })
  const bucket = env.QUARTERDECK_S3_BUCKET ?? ''
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    throw invalid('platform.s3-setting', { name: 'QUARTERDECK_S3_BUCKET' })
  const region = env.QUARTERDECK_S3_REGION || 'us-east-1'
  const place = { endpoint, bucket, region, ...readKey(env.QUARTERDECK_S3_KEY_FILE) }
  return createS3Store({ place, spoolFolder: join(dataFolder, 'spool'), maxBytes })
}

/** From a file, which only the service may read: an environment shows in lists of processes. */
function readKey(file = ''): { accessKeyId: string; secretAccessKey: string } {
  try {
    const [accessKeyId, secretAccessKey] = readFileSync(file, 'utf8').trim().split(/\s+/)
    if (accessKeyId && secretAccessKey) return { accessKeyId, secretAccessKey }
  } catch {
    // Said below, without what the file holds.
  }
  throw invalid('platform.s3-setting', { name: 'QUARTERDECK_S3_KEY_FILE' })
}
