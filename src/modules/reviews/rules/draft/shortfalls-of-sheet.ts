import type { BookLine, BookSheetContent, Correction, Outcome } from '../../schema.ts'
import type { EarlierShortfall, Name } from './facts.ts'

interface Sheet {
  readonly number: number
  readonly reviewId: string
  readonly period: string
  readonly content: BookSheetContent
}

/** Kinds that told a figure that was short then. */
const FIGURES = new Set<string>(['behind-pace', 'bottom-of-cohort', 'rank-fall'])

/**
 * What a unit's sheet in the former book leaves to follow up: its shortfalls, and what it followed up itself, with the outcome
 * that it told. Corrections count; what they took out of the book is not followed.
 */
export function shortfallsOfSheet(
  { number, reviewId, period, content }: Sheet,
  corrections: readonly Correction[],
): Omit<EarlierShortfall, 'before' | 'linked'>[] {
  return content.lines.flatMap((line) => {
    const { words, outcome, included } = corrected(line, corrections)
    // What came back is told twice on a sheet; the line that follows it up is followed.
    if (!included || line.side === 'strength' || line.kind === 'came-back') return []
    const followed = line.draft.find(({ code }) => code === 'follow-up')?.params
    const subject = words !== null ? { zh: words, en: words } : ((followed?.subject as Name) ?? line.text)
    const saidIn = (followed?.saidIn as { period: string } | undefined)?.period ?? period
    return [
      {
        key: `line:${line.lineId}`,
        partId: line.lineId,
        subject,
        saidIn,
        sources: [
          {
            kind: 'publication' as const,
            href: `/review/${reviewId}/sheets/${content.unitId}?line=${line.lineId}`,
            label: { title: subject.zh, key: String(number), period },
          },
        ],
        matterId: null,
        statementId: null,
        reportId: null,
        itemIds: line.sources.flatMap(
          ({ href }) => /^\/ledger\/items\/([0-9a-f-]{36})/.exec(href)?.[1] ?? [],
        ),
        code: line.sources.find(({ kind }) => kind === 'league' || kind === 'pace')?.label.key ?? null,
        wasShort: FIGURES.has(line.kind),
        cameBackIn: null,
        formerOutcome: outcome,
      },
    ]
  })
}

function corrected(line: BookLine, corrections: readonly Correction[]) {
  const start: { words: string | null; outcome: Outcome | null; included: boolean } = {
    words: line.words,
    outcome: line.outcome,
    included: true,
  }
  const after = corrections.filter(({ lineId }) => lineId === line.lineId).map((each) => each.after)
  return Object.assign({}, start, ...after) as typeof start
}
