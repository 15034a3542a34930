import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Context } from '../kernel/context.ts'
import { databaseOf } from './database/index.ts'

/** Says how the rest is sealed, so that another algorithm can stand beside this one. */
const FORM = 'a256gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals a short text for the database: AES-256-GCM under a key of its purpose, derived (HKDF, RFC 5869) from the
 * installation's secret. It opens only for the same tenant, purpose and owner, so a row copied to another owner is void.
 */
export function sealText(ctx: Context, text: string, place: SealedPlace): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(ctx, place), iv).setAAD(whereOf(ctx, place))
  const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${FORM}:${sealed.toString('base64url')}`
}

/** What a sealed text is for and whose it is. */
export interface SealedPlace {
  purpose: string
  owner: string
}

/** @throws Error when it was changed, belongs elsewhere, or the installation's secret is another one */
export function openText(ctx: Context, sealed: string, place: SealedPlace): string {
  const [form, text = ''] = sealed.split(':')
  if (form !== FORM) throw new Error(`A text is sealed as "${form}", should be "${FORM}"`)
  const bytes = Buffer.from(text, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(ctx, place), bytes.subarray(0, IV_BYTES))
  decipher.setAAD(whereOf(ctx, place)).setAuthTag(bytes.subarray(-TAG_BYTES))
  return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
}

function keyOf(ctx: Context, { purpose }: SealedPlace): Buffer {
  return Buffer.from(hkdfSync('sha256', databaseOf(ctx).secret, '', `quarterdeck seal ${purpose}`, 32))
}

const whereOf = (ctx: Context, { purpose, owner }: SealedPlace) =>
  Buffer.from(`${ctx.tenantId} ${purpose} ${owner}`)
