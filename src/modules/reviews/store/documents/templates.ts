import type { Tx } from '../../../../kernel/context.ts'
import type { StoredFile } from '../../../../platform/files/index.ts'
import type { DocumentKind } from '../../documents/kinds.ts'

interface TemplateTable {
  tenant_id: string
  kind: DocumentKind
  version: number
  file_name: string | null
  sha256: string | null
  bytes: number | null
  changed_at: Date
  changed_by: string
}

/** A version of an office's template; without a file it is the one that ships. */
export interface StoredTemplate {
  readonly kind: DocumentKind
  readonly version: number
  readonly file: (StoredFile & { readonly fileName: string }) | null
  readonly changedAt: Date
  readonly changedBy: string
}

const tables = (tx: Tx) => tx.withTables<{ 'reviews.document_template': TemplateTable }>()

/** The newest versions of those kinds that were ever changed. */
export async function listTemplates(tx: Tx): Promise<StoredTemplate[]> {
  const rows = await tables(tx)
    .selectFrom('reviews.document_template')
    .distinctOn('kind')
    .selectAll()
    .orderBy('kind')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(storedTemplate)
}

/** All versions of one kind, newest first. */
export async function listTemplateVersions(tx: Tx, kind: DocumentKind): Promise<StoredTemplate[]> {
  const rows = await tables(tx)
    .selectFrom('reviews.document_template')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(storedTemplate)
}

const storedTemplate = (row: Omit<TemplateTable, 'tenant_id'>): StoredTemplate => ({
  kind: row.kind,
  version: row.version,
  file:
    row.file_name && row.sha256 && row.bytes
      ? { fileName: row.file_name, sha256: row.sha256, bytes: row.bytes }
      : null,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
})

/** Adds a version behind the newest; who was first wins, by the primary key. */
export async function insertTemplate(tx: Tx, tenantId: string, template: StoredTemplate): Promise<void> {
  const { kind, version, file, changedAt, changedBy } = template
  await tables(tx)
    .insertInto('reviews.document_template')
    .values({
      tenant_id: tenantId,
      kind,
      version,
      file_name: file?.fileName ?? null,
      sha256: file?.sha256 ?? null,
      bytes: file?.bytes ?? null,
      changed_at: changedAt,
      changed_by: changedBy,
    })
    .execute()
}
