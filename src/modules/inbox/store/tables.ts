import type { Tx } from '../../../kernel/context.ts'
import type { Level } from '../schema.ts'

/** The module's rows as kysely reads and writes them (migrations/0001-inbox.sql). */
type InboxTables = {
  'inbox.message': {
    tenant_id: string
    id: string
    account_id: string
    cause: string
    kind: string
    level: Level
    subject_type: string
    subject_id: string
    params: unknown
    created_at: Date
    read_at: Date | null
    is_mail_due: boolean
    mail_id: string | null
    sent_mail_at: Date | null
  }
  'inbox.mail': {
    tenant_id: string
    id: string
    account_id: string
    address: string
    locale: 'zh-CN' | 'en'
    digest_on: string | null
    created_at: Date
    sent_at: Date | null
  }
  'inbox.preference': {
    tenant_id: string
    account_id: string
    address: string | null
    is_mail_on: boolean
    digest: 'each' | 'daily'
    locale: 'zh-CN' | 'en'
    hours_from: string
    hours_until: string
    changed_at: Date
  }
  'inbox.webhook': {
    tenant_id: string
    address_seal: Buffer
    secret_seal: Buffer
    is_on: boolean
    kinds: string[]
    changed_at: Date
    changed_by: string
  }
  'inbox.webhook_delivery': {
    tenant_id: string
    id: string
    cause: string
    kind: string
    level: Level
    subject_type: string
    subject_id: string
    params: unknown
    account_ids: string[]
    created_at: Date
    sent_at: Date | null
  }
}

export const tables = (tx: Tx) => tx.withTables<InboxTables>()
