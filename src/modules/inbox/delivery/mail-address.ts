import type { Context } from '../../../kernel/context.ts'
import { isSealed, openText, sealText } from '../../../platform/sealed-text.ts'

const placeOf = (accountId: string) => ({ purpose: 'mail address', owner: accountId })

/** A person's mail address as it stands in the database. */
export const sealAddress = (ctx: Context, accountId: string, address: string): string =>
  sealText(ctx, address, placeOf(accountId))

/** Addresses from before they were sealed are read as they are, and sealed when they are saved again. */
export const openAddress = (ctx: Context, accountId: string, stored: string): string =>
  isSealed(stored) ? openText(ctx, stored, placeOf(accountId)) : stored
