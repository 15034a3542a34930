import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { S3Place } from '../s3-place.ts'
import { signRequest } from '../sign-request.ts'

const ACCESS = { accessKeyId: 'test', secretAccessKey: 'a-secret-of-the-test', region: 'us-east-1' }

/**
 * The four requests of Amazon's S3 API that the store of files sends, in memory: an object is put when its content has
 * the hash that was signed, and nothing is answered without the right signature. Pages of two keys, so that lists are cut.
 */
export async function startS3Server(cleanup: AsyncDisposableStack): Promise<S3Place> {
  const objects = new Map<string, Buffer>()
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, `http://${request.headers.host}`)
    const body = await buffer(request)
    const bodyHash = String(request.headers['x-amz-content-sha256'])
    const instant = String(request.headers['x-amz-date'])
    const at = new Date(instant.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'))
    const signed = signRequest(ACCESS, { method: request.method!, url, bodyHash, at })
    const refuse = (status: number, code: string) =>
      response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`)
    if (signed.authorization !== request.headers.authorization) return refuse(403, 'SignatureDoesNotMatch')
    if (createHash('sha256').update(body).digest('hex') !== bodyHash)
      return refuse(400, 'XAmzContentSHA256Mismatch')
    const key = url.pathname.slice('/bucket/'.length)
    if (request.method === 'PUT') {
      objects.set(key, body)
      return response.writeHead(200).end()
    }
    if (request.method === 'DELETE') {
      objects.delete(key)
      return response.writeHead(204).end()
    }
    if (key !== '') {
      const found = objects.get(key)
      return found
        ? response.writeHead(200, { 'content-length': found.length }).end(found)
        : refuse(404, 'NoSuchKey')
    }
    const [prefix, after] = ['prefix', 'start-after'].map((name) => url.searchParams.get(name) ?? '')
    const keys = [...objects.keys()].filter((each) => each.startsWith(prefix!) && each > after!).sort()
    const page = keys
      .slice(0, 2)
      .map((each) => `<Contents><Key>${each}</Key><Size>${objects.get(each)!.length}</Size></Contents>`)
    return response
      .writeHead(200)
      .end(
        `<ListBucketResult><IsTruncated>${keys.length > 2}</IsTruncated>${page.join('')}</ListBucketResult>`,
      )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanup.defer(async () => {
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  })
  return {
    ...ACCESS,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bucket: 'bucket',
  }
}
