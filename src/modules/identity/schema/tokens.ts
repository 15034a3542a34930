import { z } from 'zod'
import { nameText } from '../../../platform/names/index.ts'

/** The password again, because a token outlives the session; the code where a second factor is set up. */
export const NewToken = z.object({
  name: nameText({ max: 40 }),
  permissions: z.array(z.string().max(100)).min(1).max(200),
  days: z.int().min(1).max(730),
  password: z.string().min(1).max(200),
  code: z.string().max(40).optional(),
})
export type NewToken = z.infer<typeof NewToken>

const TokenLine = z.object({
  id: z.uuid(),
  name: z.string(),
  permissions: z.array(z.string()),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
})

/** `grantable`: what a new token could be given; nothing for an administrator. */
export const TokenList = z.object({
  tokens: z.array(TokenLine),
  grantable: z.array(z.object({ permission: z.string(), words: z.string() })),
})
export type TokenList = z.infer<typeof TokenList>
