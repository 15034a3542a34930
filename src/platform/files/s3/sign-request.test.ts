import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { signRequest } from './sign-request.ts'

/** The examples of the Amazon S3 API Reference, "Authenticating Requests: Using the Authorization Header". */
const access = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
}
const at = new Date('2013-05-24T00:00:00Z')
const empty = createHash('sha256').digest('hex')
const signature = (headers: Record<string, string>) => headers.authorization?.split('Signature=')[1]

it('signs as the examples of the standard do', () => {
  const get = signRequest(access, {
    method: 'GET',
    url: new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
    bodyHash: empty,
    at,
    headers: { range: 'bytes=0-9' },
  })
  expect(signature(get)).toBe('f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41')
  const list = signRequest(access, {
    method: 'GET',
    url: new URL('https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J'),
    bodyHash: empty,
    at,
  })
  expect(signature(list)).toBe('34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7')
})
