import { createHash, createHmac } from 'node:crypto'

export interface S3Access {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly region: string
}

interface Signing {
  readonly method: string
  readonly url: URL
  /** SHA-256 of the body, hexadecimal. */
  readonly bodyHash: string
  readonly at: Date
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * The headers of a request to an S3-compatible store, signed by AWS Signature Version 4 over path, query, host and the
 * hash of the body (AWS, "Create a signed AWS API request"). The path stands in the URL as it is to be signed.
 */
export function signRequest(access: S3Access, signing: Signing): Record<string, string> {
  const { method, url, bodyHash, at, headers: given = {} } = signing
  const instant = at.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const day = instant.slice(0, 8)
  const headers: Record<string, string> = {
    ...given,
    host: url.host,
    'x-amz-content-sha256': bodyHash,
    'x-amz-date': instant,
  }
  const names = Object.keys(headers).sort()
  const canonical = [
    method,
    url.pathname,
    canonicalQuery(url),
    ...names.map((name) => `${name}:${headers[name]!.trim()}`),
    '',
    names.join(';'),
    bodyHash,
  ].join('\n')
  const scope = `${day}/${access.region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', instant, scope, sha256(canonical)].join('\n')
  const key = [day, access.region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (made, part) => hmac(made, part),
    `AWS4${access.secretAccessKey}`,
  )
  const signature = hmac(key, toSign).toString('hex')
  const credential = `${access.accessKeyId}/${scope}`
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${credential},SignedHeaders=${names.join(';')},Signature=${signature}`,
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

function canonicalQuery(url: URL): string {
  return [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&')
}

/** As RFC 3986 has it: encodeURIComponent leaves five characters that S3 wants encoded. */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
