import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Context } from '../../../kernel/context.ts'
import { databaseOf } from '../../../platform/database/index.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** For each tenant another key, derived from the installation's secret, which the database does not hold. */
function keyOf(ctx: Context): Buffer {
  return Buffer.from(
    hkdfSync('sha256', databaseOf(ctx).secret, ctx.tenantId, 'quarterdeck inbox webhook', 32),
  )
}

/** AES-256-GCM: nonce, tag, text. */
export function seal(ctx: Context, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(ctx), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** @throws Error when it was sealed with another secret or changed */
export function unseal(ctx: Context, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(ctx), sealed.subarray(0, NONCE_BYTES))
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  const text = [decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]
  return Buffer.concat(text).toString('utf8')
}
