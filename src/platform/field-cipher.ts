import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  getCiphers,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { invalid } from '../kernel/errors.ts'

/** AES-256-GCM, or SM4 in counter mode with HMAC-SM3 over what it made (GB/T 32907-2016, GB/T 32905-2016). */
export type FieldCipher = 'aes-256-gcm' | 'sm4-ctr-hmac-sm3'

interface Form {
  /** Stands before what is sealed, so that both are read whatever the setting. */
  readonly prefix: string
  /** By which hash keys are derived (HKDF, RFC 5869), and how many bytes of them are needed. */
  readonly hash: 'sha256' | 'sm3'
  readonly keyBytes: number
  seal(key: Buffer, text: Buffer, where: Buffer): Buffer
  /** @throws Error when it was changed or belongs elsewhere */
  open(key: Buffer, sealed: Buffer, where: Buffer): Buffer
}

const GCM_IV = 12
const TAG = 16

const aes: Form = {
  prefix: 'a256gcm',
  hash: 'sha256',
  keyBytes: 32,
  seal(key, text, where) {
    const iv = randomBytes(GCM_IV)
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(where)
    return Buffer.concat([iv, cipher.update(text), cipher.final(), cipher.getAuthTag()])
  },
  open(key, sealed, where) {
    if (sealed.length < GCM_IV + TAG) throw new Error('A sealed text is too short')
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, GCM_IV))
    decipher.setAAD(where).setAuthTag(sealed.subarray(-TAG))
    return Buffer.concat([decipher.update(sealed.subarray(GCM_IV, -TAG)), decipher.final()])
  },
}

const SM4_KEY = 16
const SM4_IV = 16
const SM3_TAG = 32

/**
 * Node's OpenSSL offers no SM4-GCM (RFC 8998), so the tag is an HMAC over place, counter and what was made, checked before
 * anything is opened (encrypt-then-MAC, GB/T 36624-2018, mechanism 5), with a key of its own.
 */
const sm4: Form = {
  prefix: 'sm4ctr-hsm3',
  hash: 'sm3',
  keyBytes: SM4_KEY + SM3_TAG,
  seal(key, text, where) {
    const iv = randomBytes(SM4_IV)
    const cipher = createCipheriv('sm4-ctr', key.subarray(0, SM4_KEY), iv)
    const body = Buffer.concat([iv, cipher.update(text), cipher.final()])
    return Buffer.concat([body, tagOf(key, body, where)])
  },
  open(key, sealed, where) {
    if (sealed.length < SM4_IV + SM3_TAG) throw new Error('A sealed text is too short')
    const body = sealed.subarray(0, -SM3_TAG)
    if (!timingSafeEqual(tagOf(key, body, where), sealed.subarray(-SM3_TAG)))
      throw new Error('A sealed text was changed or belongs elsewhere')
    const decipher = createDecipheriv('sm4-ctr', key.subarray(0, SM4_KEY), body.subarray(0, SM4_IV))
    return Buffer.concat([decipher.update(body.subarray(SM4_IV)), decipher.final()])
  },
}

/** The length stands between place and text, so that neither can take from the other. */
function tagOf(key: Buffer, body: Buffer, where: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(where.length)
  return createHmac('sm3', key.subarray(SM4_KEY)).update(length).update(where).update(body).digest()
}

export const FIELD_FORMS: Readonly<Record<FieldCipher, Form>> = {
  'aes-256-gcm': aes,
  'sm4-ctr-hmac-sm3': sm4,
}

/** Reads QUARTERDECK_FIELD_CIPHER. @throws `platform.malformed-field-cipher`, `platform.no-sm4` where OpenSSL was built without it */
export function parseFieldCipher(value: string | undefined): FieldCipher {
  if (!value || value === 'aes-256-gcm') return 'aes-256-gcm'
  if (value !== 'sm4-ctr-hmac-sm3')
    throw invalid('platform.malformed-field-cipher', { value, available: Object.keys(FIELD_FORMS) })
  if (!getCiphers().includes('sm4-ctr')) throw invalid('platform.no-sm4')
  return value
}
