import { z } from 'zod'

/** What the ledger needs of an accepted or reopened statement; kinds other than tasks are none of its matter. */
export const AcceptedTask = z.object({
  statement: z.object({
    id: z.uuid(),
    kind: z.literal('task'),
    reportId: z.uuid(),
    subject: z.string(),
    quote: z.array(z.string()),
    detail: z.object({
      responsible: z.array(z.string()),
      deadline: z.iso.date().nullable(),
      theme: z.string().nullable(),
      leadUnitId: z.uuid().nullable(),
      supportingUnitIds: z.array(z.uuid()),
    }),
  }),
  report: z.object({ title: z.string(), reportDate: z.string().nullable() }),
})
export type AcceptedTask = z.infer<typeof AcceptedTask>

/** The task of an event, or undefined when the statement is of another kind. Another shape is a programming error. */
export function taskOf(payload: unknown): AcceptedTask | undefined {
  const { statement } = z.object({ statement: z.object({ kind: z.string() }) }).parse(payload)
  return statement.kind === 'task' ? AcceptedTask.parse(payload) : undefined
}
