import { z } from 'zod'
import { authorize } from '../../../kernel/permissions.ts'
import { listJournal } from '../../journal/index.ts'
import type { HttpApp } from '../../module.ts'

const JournalEntry = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  actor: z.object({ id: z.uuid(), name: z.string() }),
  action: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  detail: z.unknown(),
  hash: z.string(),
})

/** Who did what when, newest first, for the auditor. */
export function journalRoute(app: HttpApp): void {
  app.get(
    '/api/journal',
    {
      config: { permission: 'journal.read', reads: 'replica' },
      schema: {
        operationId: 'listJournal',
        summary: 'Who did what when, newest first',
        tags: ['platform'],
        querystring: z.object({
          page: z.coerce.number().int().min(1).max(1_000_000).default(1),
          subjectId: z.string().max(100).optional(),
        }),
        response: { 200: z.object({ entries: z.array(JournalEntry), total: z.int() }) },
      },
    },
    async ({ context, query: { page, subjectId } }) => {
      authorize(context, 'journal.read')
      const subject = subjectId === undefined ? {} : { subject: { id: subjectId } }
      const { entries, total } = await context.transaction((tx) => listJournal(tx, { page, ...subject }))
      return { entries: entries.map((entry) => ({ ...entry, at: entry.at.toISOString() })), total }
    },
  )
}
