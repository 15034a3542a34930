import type { Context, Tx } from '../../../../kernel/context.ts'
import type { JournalEntry } from '../../../../platform/journal/index.ts'
import { canonicalJson } from '../../../indicators/index.ts'
import { loadUnits } from '../../../units/index.ts'
import { fingerprintOf } from '../../fingerprint-of.ts'
import { isStale } from '../../queries/cycle/present-line.ts'
import { freshOf } from '../../queries/cycle/sheets.ts'
import type { BookContent, BookLine, BookSheetContent } from '../../schema.ts'
import { listAgenda, listSpeakers } from '../../store/cycle/agenda.ts'
import { insertBook, insertBookSheets, takeBookNumber } from '../../store/cycle/books.ts'
import { listLines, type StoredLine } from '../../store/cycle/lines.ts'
import type { StoredReview } from '../../store/cycle/reviews.ts'
import { tellDraft, tellMessage } from '../../tell-draft.ts'

/** Makes the book of a review that is locked: the next number, a hash for each sheet, and one for all of it. */
export async function freezeBook(ctx: Context, tx: Tx, review: StoredReview): Promise<JournalEntry> {
  const names = new Map((await loadUnits(tx)).map(({ id, name }) => [id, name]))
  const lines = Map.groupBy(await listLines(tx, review.id), ({ unit_id }) => unit_id)
  const speakers = await listSpeakers(tx, review.id)
  const sheets: { unitId: string; content: BookSheetContent; contentHash: string }[] = []
  for (const { unitId, position, minutes } of speakers) {
    const fresh = await freshOf(ctx, tx, { review, unitId })
    const included = (lines.get(unitId) ?? []).filter((line) => line.included)
    const content: BookSheetContent = {
      unitId,
      unitName: names.get(unitId)!,
      position,
      minutes,
      lines: included.map((line) => bookLineOf(line, isStale(line, fresh))),
    }
    sheets.push({ unitId, content, contentHash: fingerprintOf(content) })
  }
  const number = await takeBookNumber(tx, ctx.tenantId)
  const content: BookContent = {
    number,
    review: {
      id: review.id,
      period: review.period,
      title: review.title,
      heldAt: review.held_at.toISOString(),
      cutOn: review.cut_on,
    },
    agenda: await listAgenda(tx, review.id),
    sheets: sheets.map(({ unitId, contentHash }) => ({ unitId, unitName: names.get(unitId)!, contentHash })),
    staleLines: sheets.flatMap(({ content: { lines } }) => lines).filter((line) => line.isStale).length,
  }
  const contentHash = fingerprintOf(content)
  await insertBook(tx, ctx.tenantId, {
    number,
    reviewId: review.id,
    content: canonicalJson(content),
    contentHash,
    frozenAt: ctx.clock.now(),
    frozenBy: ctx.actor.name,
  })
  await insertBookSheets(
    tx,
    { tenantId: ctx.tenantId, number },
    sheets.map(({ content: sheet, ...each }) => ({ ...each, content: canonicalJson(sheet) })),
  )
  return {
    action: 'reviews.book-frozen',
    subject: { type: 'review', id: review.id },
    detail: { number, contentHash, sheets: sheets.length },
  }
}

function bookLineOf(line: StoredLine, stale: boolean): BookLine {
  const { id, side, kind, position, draft, words, outcome, sources, evidence } = line
  return {
    lineId: id,
    side,
    kind,
    position,
    text: { zh: tellDraft(draft, 'zh-CN'), en: tellDraft(draft, 'en') },
    words,
    draft,
    outcome,
    isStale: stale,
    sources: [...sources],
    evidence: evidence.map((each) => ({
      ...each,
      text: { zh: tellMessage(each.message, 'zh-CN'), en: tellMessage(each.message, 'en') },
    })),
  }
}
