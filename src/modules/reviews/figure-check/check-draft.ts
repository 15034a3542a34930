import type { Context } from '../../../kernel/context.ts'
import { authorize, isAllowed } from '../../../kernel/permissions.ts'
import { type DraftSource, readDraft } from '../../reports/index.ts'
import type { FigureFinding } from '../rules/figure-check/finding.ts'
import { ledgerFindings } from './ledger-findings.ts'
import { presentFinding } from './present-finding.ts'
import { recordFindings } from './record-findings.ts'
import { runCheck } from './run-check.ts'
import type { FigureCheck } from './schema.ts'

const NOTHING = { findings: [], asked: { ranks: 0, figures: 0 } } as const

/**
 * Checks the figures of a text or file against one another, the register, the published indicators and the ledger.
 * Nothing is stored. Order of the text.
 * @throws the refusals of `extractInWorker`, `reviews.check-too-slow`
 */
export async function checkDraft(ctx: Context, source: DraftSource): Promise<FigureCheck> {
  authorize(ctx, 'reviews.check')
  const draft = await readDraft(ctx, source)
  const today = ctx.clock.today()
  // Of a text of this year the last day that it can speak of is today.
  const asOf = draft.day !== null && draft.day < today ? draft.day : today
  const own = await runCheck(draft.report, { register: draft.register, day: asOf })
  const mayCompare = isAllowed(ctx.actor.grants, 'indicators.read')
  const record = mayCompare ? await ctx.transaction((tx) => recordFindings(ctx, tx, draft)) : NOTHING
  const ledger = await ledgerFindings(ctx, draft, asOf)
  const findings = [...own, ...record.findings, ...ledger.findings].sort((a, b) => startOf(a) - startOf(b))
  const count = (severity: FigureFinding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length
  return {
    title: draft.title,
    asOf,
    isDated: draft.day !== null,
    text: draft.report.received,
    findings: findings.map((finding) => presentFinding(finding, ctx.locale)),
    counts: { error: count('error'), warning: count('warning'), note: count('note') },
    record: { ...record.asked, ledger: ledger.asked },
  }
}

function startOf({ figures, spans }: FigureFinding): number {
  return spans[0]?.[0] ?? figures[0]?.[0] ?? 0
}
