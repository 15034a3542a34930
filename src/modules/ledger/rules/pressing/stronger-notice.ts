import type { Day } from '../../../../kernel/day.ts'
import type { NoticeColour } from '../../schema.ts'

/** From reminder to reprimand (三明, DOMAIN.md 1.3). */
const STRENGTH: readonly NoticeColour[] = ['blue', 'orange', 'red']

interface Standing {
  readonly notice: NoticeColour | null
  readonly noticeOn: Day | null
}

/** What counts after another notice in the same round: the strongest, from the day on which it first came. */
export function strongerNotice(
  standing: Standing,
  issued: { notice: NoticeColour; noticeOn: Day },
): Standing {
  const { notice, noticeOn } = standing
  if (notice === null) return issued
  return STRENGTH.indexOf(issued.notice) > STRENGTH.indexOf(notice) ? issued : { notice, noticeOn }
}
