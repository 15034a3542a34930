import { hkdfSync } from 'node:crypto'
import type { Context } from '../kernel/context.ts'
import { databaseOf } from './database/index.ts'
import { FIELD_FORMS } from './field-cipher.ts'

type Form = (typeof FIELD_FORMS)[keyof typeof FIELD_FORMS]

/** What a sealed text is for and whose it is. */
export interface SealedPlace {
  purpose: string
  owner: string
}

/**
 * Seals a short text for the database, by the setting QUARTERDECK_FIELD_CIPHER, under a key of its purpose that is derived
 * from the installation's secret. It opens only for the same tenant, purpose and owner, so a row copied to another owner is void.
 */
export function sealText(ctx: Context, text: string, place: SealedPlace): string {
  const form = FIELD_FORMS[databaseOf(ctx).fieldCipher]
  const sealed = form.seal(keyOf(ctx, place, form), Buffer.from(text), whereOf(ctx, place))
  return `${form.prefix}:${sealed.toString('base64url')}`
}

/**
 * Opens what either cipher has sealed, whatever the setting is now.
 * @throws Error when it was changed, belongs elsewhere, or the installation's secret is another one
 */
export function openText(ctx: Context, sealed: string, place: SealedPlace): string {
  const form = formOf(sealed)
  if (!form) throw new Error(`A text is sealed as "${sealed.split(':')[0]}", should be one of ${PREFIXES}`)
  const bytes = Buffer.from(sealed.slice(form.prefix.length + 1), 'base64url')
  return form.open(keyOf(ctx, place, form), bytes, whereOf(ctx, place)).toString('utf8')
}

/** Whether a text of the database is a sealed one, and not one from before its column was sealed. */
export const isSealed = (text: string): boolean => formOf(text) !== undefined

const FORMS: readonly Form[] = Object.values(FIELD_FORMS)
const PREFIXES = FORMS.map(({ prefix }) => `"${prefix}"`).join(', ')

const formOf = (sealed: string): Form | undefined =>
  FORMS.find(({ prefix }) => sealed.startsWith(`${prefix}:`))

function keyOf(ctx: Context, { purpose }: SealedPlace, { hash, keyBytes }: Form): Buffer {
  return Buffer.from(hkdfSync(hash, databaseOf(ctx).secret, '', `quarterdeck seal ${purpose}`, keyBytes))
}

const whereOf = (ctx: Context, { purpose, owner }: SealedPlace) =>
  Buffer.from(`${ctx.tenantId} ${purpose} ${owner}`)
