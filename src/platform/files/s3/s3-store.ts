import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { contentKey, tenantKey } from '../file-key.ts'
import { DEFAULT_MAX_BYTES, type FileContent, type FileStore, type StoredFile } from '../file-store.ts'
import { measured } from '../measured.ts'
import { createS3Client } from './s3-client.ts'
import type { S3Place } from './s3-place.ts'

interface S3StoreOptions {
  readonly place: S3Place
  /** On this machine, for a file that is on its way: its hash is its name and is known at its end only. */
  readonly spoolFolder: string
  readonly maxBytes?: number
}

const DAY_MS = 24 * 60 * 60 * 1000
/** Of what keeps a request from being what it says. */
const NOTHING = createHash('sha256').digest('hex')

/**
 * Files as objects `<tenant>/<aa>/<sha256>` of one bucket. The store itself compares the content with the signed hash and
 * makes an object visible when it is whole, so nothing half-written has the name of a hash.
 */
export function createS3Store({
  place,
  spoolFolder,
  maxBytes = DEFAULT_MAX_BYTES,
}: S3StoreOptions): FileStore {
  const send = createS3Client(place)
  const keyOf = (tenantId: string, sha256: string) => `${tenantKey(tenantId)}/${contentKey(sha256)}`

  async function get(key: string, { sha256, bytes }: StoredFile): Promise<IncomingMessage> {
    const answer = await send({ method: 'GET', key, bodyHash: NOTHING })
    if (answer.statusCode === 404) {
      answer.resume()
      throw notFound('platform.file-lost', { sha256 })
    }
    if (answer.statusCode !== 200) throw await refusalOf(answer)
    if (Number(answer.headers['content-length']) === bytes) return answer
    answer.destroy()
    throw conflict('platform.file-altered', { sha256 })
  }

  return {
    place: 's3',
    maxBytes,
    async put(tenantId, content) {
      tenantKey(tenantId)
      await mkdir(spoolFolder, { recursive: true, mode: 0o700 })
      const part = join(spoolFolder, randomUUID())
      try {
        const file = await spool(part, content, maxBytes)
        const { sha256: bodyHash, bytes: length } = file
        const body = createReadStream(part)
        const answer = await send({
          method: 'PUT',
          key: keyOf(tenantId, bodyHash),
          bodyHash,
          body: { stream: body, length },
        })
        if (answer.statusCode !== 200) throw await refusalOf(answer)
        answer.resume()
        return file
      } finally {
        await rm(part, { force: true })
      }
    },
    async open(tenantId, file, { verifyHash = false } = {}) {
      const key = keyOf(tenantId, file.sha256)
      if (verifyHash) {
        const hash = createHash('sha256')
        for await (const chunk of await get(key, file)) hash.update(chunk as Buffer)
        if (hash.digest('hex') !== file.sha256)
          throw conflict('platform.file-altered', { sha256: file.sha256 })
      }
      return Readable.from(await get(key, file), { objectMode: false })
    },
    async *list(tenantIds) {
      for (const tenantId of tenantIds) {
        let after: string | undefined = ''
        while (after !== undefined) {
          const query: Record<string, string> = { 'list-type': '2', prefix: `${tenantKey(tenantId)}/` }
          if (after !== '') query['start-after'] = after
          const answer = await send({ method: 'GET', query, bodyHash: NOTHING })
          if (answer.statusCode !== 200) throw await refusalOf(answer)
          const page = readPage(await text(answer))
          for (const { key, bytes } of page.objects) yield { tenantId, sha256: key.split('/').at(-1)!, bytes }
          after = page.isCut ? page.objects.at(-1)?.key : undefined
        }
      }
    },
    async remove(tenantId, { sha256 }) {
      const answer = await send({ method: 'DELETE', key: keyOf(tenantId, sha256), bodyHash: NOTHING })
      if (answer.statusCode !== 204 && answer.statusCode !== 200) throw await refusalOf(answer)
      answer.resume()
    },
    async sweep() {
      const names = await readdir(spoolFolder).catch(() => [])
      for (const name of names) {
        const path = join(spoolFolder, name)
        const found = await stat(path).catch(() => undefined)
        if (found && Date.now() - found.mtimeMs > DAY_MS) await rm(path, { force: true })
      }
    },
    async check() {
      const answer = await send({
        method: 'GET',
        query: { 'list-type': '2', 'max-keys': '1' },
        bodyHash: NOTHING,
      })
      if (answer.statusCode !== 200) throw await refusalOf(answer)
      answer.resume()
    },
  }
}

async function spool(part: string, content: FileContent, maxBytes: number): Promise<StoredFile> {
  const handle = await open(part, 'wx', 0o600)
  try {
    const { parts, stored } = measured(content, maxBytes)
    for await (const chunk of parts) await handle.writeFile(chunk)
    return stored()
  } finally {
    await handle.close()
  }
}

/** Our keys and the store's numbers hold nothing that XML would have to escape. */
function readPage(xml: string): { objects: { key: string; bytes: number }[]; isCut: boolean } {
  const objects = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, inner = '']) => ({
    key: /<Key>([^<]*)<\/Key>/.exec(inner)?.[1] ?? '',
    bytes: Number(/<Size>(\d+)<\/Size>/.exec(inner)?.[1]),
  }))
  return { objects, isCut: /<IsTruncated>true<\/IsTruncated>/.test(xml) }
}

async function refusalOf(answer: IncomingMessage): Promise<Error> {
  const code = /<Code>([^<]{1,100})<\/Code>/.exec(await text(answer).catch(() => ''))?.[1] ?? ''
  return new Error(`The store of files answered ${answer.statusCode} ${code}`)
}
