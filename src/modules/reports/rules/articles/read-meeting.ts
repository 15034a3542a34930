import type { ArticleKind } from '../../schema.ts'
import type { Article, Meeting } from '../model.ts'
import { meetingChair } from './chair.ts'
import { meetingName } from './meeting-name.ts'
import { speakingUnits } from './speaking-units.ts'

const LEAD = 500
const WITHOUT_MEETING: readonly ArticleKind[] = ['work-report', 'inspection-notice', 'agreement', 'signing']
const QUARTERS = '一二三四'
const QUARTER = /(?<![前至到\-—])第?([一二三四])季度/

/** What the reading of a meeting needs; `asPrinted` turns folded text found in the article back into its print. */
export interface MeetingSource {
  body: Article['body']
  headlines: readonly string[]
  kind: ArticleKind
  reportDate: string | null
}

/** The meeting an article reports: name, quarter reviewed, chair, units that spoke. Null when it reports none. */
export function readMeeting(source: MeetingSource): Meeting | null {
  const { body, headlines, kind } = source
  const folded = body.folded
  const name = meetingName({ lead: folded.slice(0, LEAD).replace(/\n/g, ''), headlines })
  if (/^各位(?:代表|委员)/.test(folded)) return null
  const units = speakingUnits(folded, { meeting: name, isReportingMeeting: kind !== 'executive-meeting' })
  if (WITHOUT_MEETING.includes(kind) && !units.length) return null
  if (!name && !units.length) return null
  return {
    name: asPrinted(body, name ?? '会议'),
    period: kind === 'quarterly-review' ? reviewedQuarter(name ?? '', source) : null,
    chair: printedOrNull(body, meetingChair(folded, headlines)),
    speakingUnits: units.map((unit) => asPrinted(body, unit)),
  }
}

function printedOrNull(body: Article['body'], folded: string | null): string | null {
  return folded === null ? null : asPrinted(body, folded)
}

function asPrinted(body: Article['body'], folded: string): string {
  const at = body.folded.indexOf(folded)
  return at < 0 ? folded : body.text.slice(at, at + folded.length)
}

/**
 * The quarter that a review is of: as its name says (a quarter still to come is last year's), for a plain
 * 季度工作会议 the quarter it is held in, else the first quarter its headlines and lead name.
 */
function reviewedQuarter(name: string, source: MeetingSource): string | null {
  const match = /^(\d{4})(?:-(\d{2}))?/.exec(source.reportDate ?? '')
  if (!match) return null
  const heldIn = match[2] ? Math.ceil(Number(match[2]) / 3) : null
  const named = QUARTER.exec(name)
  const year = Number(/(?:19|20)\d{2}(?=年)/.exec(name)?.[0] ?? match[1])
  if (named) {
    const quarter = QUARTERS.indexOf(named[1]!) + 1
    const isAhead = heldIn !== null && quarter > heldIn && String(year) === match[1] && !/\d{4}年/.test(name)
    return `${isAhead ? year - 1 : year}Q${quarter}`
  }
  if (/半年|年度|全年|年终/.test(name)) return null
  if (/季度/.test(name) && heldIn) return `${year}Q${heldIn}`
  for (const text of [...source.headlines, source.body.folded.slice(0, LEAD)]) {
    const other = QUARTER.exec(text)
    if (other) return `${year}Q${QUARTERS.indexOf(other[1]!) + 1}`
  }
  return null
}
