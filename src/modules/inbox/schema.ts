import { z } from 'zod'

export const LEVELS = ['info', 'reminder', 'warning', 'alarm'] as const
export const Level = z.enum(LEVELS)
export type Level = z.infer<typeof Level>

/** What a message is about; `item` has a page of its own in the ledger (rules/subject-path.ts). */
export const Subject = z.object({ type: z.string(), id: z.string() })
export type Subject = z.infer<typeof Subject>

/** What a sentence is filled with. Names and titles, never a person's name. */
export type Params = Readonly<Record<string, string | number | readonly string[]>>

/** One telling, for every account that it concerns. */
export interface Notice {
  /** Why, so exactly that the same reason never tells twice: `overdue:<item>:<round>:<deadline>:5`. */
  readonly cause: string
  /** `ledger.overdue`; its sentence stands in the module's catalogues as `ledger.notice.overdue`. */
  readonly kind: string
  readonly level: Level
  /** Account ids; see `findAccounts` of src/platform/accounts.ts. */
  readonly recipients: readonly string[]
  readonly subject: Subject
  readonly params?: Params
}

export const Message = z.object({
  id: z.uuid(),
  kind: z.string(),
  level: Level,
  /** In the reader's language. */
  title: z.string(),
  subject: Subject,
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
})
export type Message = z.infer<typeof Message>

export const ListMessages = z.object({
  /** `unread` or `all`. */
  show: z.enum(['all', 'unread']).default('all'),
  level: Level.optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
})
export type ListMessages = z.infer<typeof ListMessages>

export const MessagePage = z.object({
  messages: z.array(Message),
  total: z.int(),
  /** Unread of all, whatever the filter. */
  unread: z.int(),
  page: z.int(),
  pageSize: z.int(),
  /** The instant of this list. */
  asOf: z.iso.datetime(),
})
export type MessagePage = z.infer<typeof MessagePage>

/** These messages, or all that had arrived by the instant at which the list was read. */
export const MarkRead = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) }),
  z.strictObject({ upTo: z.iso.datetime() }),
])
export type MarkRead = z.infer<typeof MarkRead>

export const Unread = z.object({ unread: z.int() })
export type Unread = z.infer<typeof Unread>

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const choices = {
  isMailOn: z.boolean(),
  digest: z.enum(['each', 'daily']),
  locale: z.enum(['zh-CN', 'en']),
  /** Mail goes out on working days between these times of the city. */
  hours: z.object({ from: Time, until: Time }),
}

export const Preferences = z.object({
  ...choices,
  address: z.string().nullable(),
  /** Whether this installation can send mail at all. */
  isMailAvailable: z.boolean(),
})
export type Preferences = z.infer<typeof Preferences>

export const SavePreferences = z.strictObject({ ...choices, address: z.email().max(254).nullable() })
export type SavePreferences = z.infer<typeof SavePreferences>

export const Webhook = z.object({
  isOn: z.boolean(),
  /** Scheme, host and path; what follows a `?` may be a secret and is not shown. Null while none is kept. */
  address: z.string().nullable(),
  hasSecret: z.boolean(),
  /** Kinds that are sent; empty: all. */
  kinds: z.array(z.string()),
})
export type Webhook = z.infer<typeof Webhook>

export const SaveWebhook = z.strictObject({
  isOn: z.boolean(),
  /** Left out: as it is. */
  address: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  /** Left out: as it is. Never given back. */
  secret: z.string().min(16).max(200).optional(),
  kinds: z.array(z.string().regex(/^[a-z]+\.[a-z-]+$/)).max(100),
})
export type SaveWebhook = z.infer<typeof SaveWebhook>
