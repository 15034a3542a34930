import type { Context, Tx } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { itemLetters, itemStandings } from '../../ledger/index.ts'
import { findCityUnitId, loadUnits } from '../../units/index.ts'
import { readCommitmentsMemo } from '../queries/after/commitments-memo.ts'
import { presentLine } from '../queries/cycle/present-line.ts'
import { heldOn } from '../queries/cycle/present-review.ts'
import { readBook } from '../queries/cycle/read-book.ts'
import { requireReview } from '../queries/cycle/require-review.ts'
import type { Book, Line } from '../schema.ts'
import { listAgenda, listSpeakers } from '../store/cycle/agenda.ts'
import { listLines } from '../store/cycle/lines.ts'
import type { StoredReview } from '../store/cycle/reviews.ts'
import { loadCharts } from './load-charts.ts'
import type { Material, MaterialCommitment, MaterialItem, MaterialLine, MaterialUnit } from './material.ts'

export interface Wanted {
  readonly reviewId: string
  /** Of one unit only. */
  readonly unitId?: string
  readonly documentNumber: string | null
  readonly withCharts?: boolean
  readonly withItems?: boolean
  readonly withCommitments?: boolean
}

type Uncharted = Omit<MaterialUnit, 'charts'>

/**
 * What a document of a review prints: from the book as corrected once there is one, before that from the sheets as they stand;
 * of the units that the actor may see. Official documents speak Chinese whoever asks.
 * @throws `reviews.no-such-review`, `reviews.not-a-speaker`
 */
export async function loadMaterial(ctx: Context, wanted: Wanted): Promise<Material> {
  const { units, ...head } = await ctx.transaction((tx) => load(ctx, tx, wanted))
  const charted: MaterialUnit[] = []
  for (const unit of units)
    charted.push({ ...unit, charts: wanted.withCharts ? await loadCharts(ctx, unit) : [] })
  return { ...head, units: charted }
}

async function load(
  ctx: Context,
  tx: Tx,
  { reviewId, unitId, documentNumber, withItems, withCommitments }: Wanted,
): Promise<Omit<Material, 'units'> & { units: Uncharted[] }> {
  const review = await requireReview(tx, reviewId)
  const names = new Map((await loadUnits(tx)).map(({ id, name }) => [id, name]))
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''))
  const book = await readBook(tx, reviewId, 'zh-CN')
  const all = book ? bookUnits(book) : await sheetUnits(tx, review, nameOf)
  const units = unitId === undefined ? all : all.filter((unit) => unit.unitId === unitId)
  if (unitId !== undefined && units.length === 0)
    throw notFound('reviews.not-a-speaker', { unitId, period: review.period })
  const agenda = book ? book.content.agenda : await listAgenda(tx, reviewId)
  return {
    city: nameOf((await findCityUnitId(tx)) ?? null),
    title: review.title,
    period: review.period,
    heldOn: heldOn(review),
    today: ctx.clock.today(),
    bookNumber: book?.number ?? null,
    corrections: book?.corrections.length ?? 0,
    agenda: agenda.map(({ title, minutes }) => ({ title, minutes })),
    units,
    items: withItems ? await itemsOf(ctx, tx, units) : [],
    commitments: withCommitments ? await commitmentsOf(ctx, tx, { reviewId, nameOf }) : [],
    documentNumber,
  }
}

function bookUnits({ sheets }: Book): Uncharted[] {
  return sheets
    .toSorted((a, b) => a.position - b.position)
    .map(({ unitId, unitName, minutes, lines }) => ({
      unitId,
      name: unitName,
      minutes,
      lines: lines
        .filter(({ included }) => included)
        .map(({ side, shown, sources, outcome, evidence }) => ({
          side,
          words: shown,
          sources,
          outcome,
          evidence: evidence.map(({ text, source }) => ({ sentence: text.zh, source })),
        })),
    }))
}

async function sheetUnits(
  tx: Tx,
  review: StoredReview,
  nameOf: (id: string) => string,
): Promise<Uncharted[]> {
  const lines = Map.groupBy(await listLines(tx, review.id), ({ unit_id }) => unit_id)
  const speakers = await listSpeakers(tx, review.id)
  return speakers.map(({ unitId, minutes }) => ({
    unitId,
    name: nameOf(unitId),
    minutes,
    lines: (lines.get(unitId) ?? [])
      .map((line) => presentLine(line, null, 'zh-CN'))
      .filter(({ included }) => included)
      .map(materialLine),
  }))
}

const materialLine = ({ side, words, sentence, sources, outcome, evidence }: Line): MaterialLine => ({
  side,
  words: words ?? sentence,
  sources,
  outcome,
  evidence,
})

/** Items that the units' lines open, the one whose letter is newest last. */
async function itemsOf(ctx: Context, tx: Tx, units: readonly Uncharted[]): Promise<MaterialItem[]> {
  const sources = units.flatMap(({ lines }) => lines.flatMap((line) => line.sources))
  const ids = new Set(
    sources.flatMap(({ kind, href }) => (kind === 'item' ? (ITEM.exec(href)?.[1] ?? []) : [])),
  )
  if (ids.size === 0) return []
  const items = await itemStandings(ctx, tx, { ids: [...ids] })
  const letters = await itemLetters(ctx, tx, [...ids])
  const rank = (id: string) => letters.findIndex(({ itemId }) => itemId === id)
  return items
    .toSorted((a, b) => rank(a.id) - rank(b.id))
    .map(({ id, number, title, dueOn }) => {
      const letter = letters.find(({ itemId }) => itemId === id)
      return {
        id,
        number,
        title,
        dueOn,
        letterNumber: letter?.number ?? null,
        answerBy: letter?.answerBy ?? null,
      }
    })
}

const ITEM = /^\/ledger\/items\/([0-9a-f-]{36})/

async function commitmentsOf(
  ctx: Context,
  tx: Tx,
  { reviewId, nameOf }: { reviewId: string; nameOf: (id: string | null) => string },
): Promise<MaterialCommitment[]> {
  const { entries, title } = await readCommitmentsMemo(ctx, tx, reviewId)
  return entries.map(({ unitId, leadUnitId, text, dueOn, item, href }) => ({
    unit: nameOf(unitId ?? leadUnitId),
    text,
    leadUnit: nameOf(leadUnitId),
    dueOn,
    itemNumber: item?.number ?? null,
    sources: [{ kind: 'statement', href, label: { title, ...(item && { key: item.number }) } }],
  }))
}
