/** The journal's rows as kysely reads and writes them (migrations/). */
export type JournalTables = {
  'journal.entry': {
    tenant_id: string
    seq: number
    at: Date
    actor_id: string
    actor_name: string
    action: string
    subject_type: string
    subject_id: string
    detail: unknown
    previous_hash: string
    hash: string
  }
  'journal.checkpoint': {
    tenant_id: string
    seq: number
    hash: string
    seal: string
    entries: number
    partition: string
    file: string
    sha256: string
    archived_at: Date
  }
  /** `at` is the newest entry's, null before the first. */
  'journal.head': { tenant_id: string; seq: number; hash: string; seal: string; at: string | null }
}
