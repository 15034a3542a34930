import { createDecipheriv, hkdfSync } from 'node:crypto'
import type { Context } from '../../../kernel/context.ts'
import { databaseOf } from '../../../platform/database/index.ts'
import { isSealed, openText, sealText } from '../../../platform/sealed-text.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16

const placeOf = (ctx: Context) => ({ purpose: 'inbox webhook', owner: ctx.tenantId })

/** By the cipher of the installation (`sealText`). */
export const seal = (ctx: Context, text: string): Buffer => Buffer.from(sealText(ctx, text, placeOf(ctx)))

/** @throws Error when it was sealed with another secret or changed */
export function unseal(ctx: Context, sealed: Buffer): string {
  const text = sealed.toString('latin1')
  return isSealed(text) ? openText(ctx, text, placeOf(ctx)) : unsealFormer(ctx, sealed)
}

/** What was sealed before there was a choice of ciphers: AES-256-GCM as nonce, tag, text. */
function unsealFormer(ctx: Context, sealed: Buffer): string {
  const key = hkdfSync('sha256', databaseOf(ctx).secret, ctx.tenantId, 'quarterdeck inbox webhook', 32)
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key), sealed.subarray(0, NONCE_BYTES))
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  const text = [decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]
  return Buffer.concat(text).toString('utf8')
}
