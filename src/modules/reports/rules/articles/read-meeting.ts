import type { ArticleKind } from '../../schema.ts'
import type { Article, Meeting } from '../model.ts'
import { meetingChair } from './chair.ts'
import { meetingName } from './meeting-name.ts'
import { speakingUnits } from './speaking-units.ts'

const LEAD = 500
const WITHOUT_MEETING: readonly ArticleKind[] = ['work-report', 'inspection-notice', 'agreement', 'signing']
const QUARTERS = '一二三四'

/** What the reading of a meeting needs; `asPrinted` turns folded text found in the article back into its print. */
export interface MeetingSource {
  body: Article['body']
  headlines: readonly string[]
  kind: ArticleKind
  reportDate: string | null
}

/** The meeting an article reports: name, quarter reviewed, chair, units that spoke. Null when it reports none. */
export function readMeeting({ body, headlines, kind, reportDate }: MeetingSource): Meeting | null {
  const folded = body.folded
  const name = meetingName({ lead: folded.slice(0, LEAD).replace(/\n/g, ''), headlines })
  const units = speakingUnits(folded, name)
  if (WITHOUT_MEETING.includes(kind) && !units.length) return null
  if (!name && !units.length) return null
  return {
    name: asPrinted(body, name ?? '会议'),
    period:
      kind === 'quarterly-review' ? reviewedQuarter([...headlines, folded].join('\n'), reportDate) : null,
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

/** The quarter a review speaks of most, in the year of the report; that of the report's month when none is named. */
function reviewedQuarter(text: string, reportDate: string | null): string | null {
  const year = /^\d{4}/.exec(reportDate ?? '')?.[0]
  if (!year) return null
  const counts = [0, 0, 0, 0]
  for (const match of text.matchAll(/(?<![前至到\-—])第?([一二三四])季度(?!度)/g))
    counts[QUARTERS.indexOf(match[1]!)]!++
  const most = Math.max(...counts)
  if (most > 0) return `${year}Q${counts.indexOf(most) + 1}`
  const month = Number(reportDate!.slice(5, 7))
  return month ? `${year}Q${Math.ceil(month / 3)}` : null
}
