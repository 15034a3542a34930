import type { Range } from '../../model.ts'
import { matchUnitName } from '../../units/match-unit-name.ts'
import { unitLevel } from '../../units/unit-level.ts'
import { splitList } from '../text/split-list.ts'

/** Units that a list at the start of a stretch names, and where the list ends (after 等3个乡镇). */
export interface NamedUnits {
  readonly units: readonly string[]
  readonly end: number
}

const AND_SO_ON =
  /^等(?:[一二三四五六七八九十\d]{1,3}(?:个|家))?(?:[一-龥]{0,4}(?:乡镇|镇街|街道|街镇|县区|区县|县市区|部门|单位|企业|地区|地))?/
const NOBODY = new Map()

/** Reads 小河乡、同心镇等5个乡镇 at an offset; null unless at least two names stand there, or one before 被. */
export function namedUnitsAt(folded: string, range: Range): NamedUnits | null {
  const units: string[] = []
  let end = range.start
  for (const item of splitList(folded, range, ['、', '和', '及', '与'])) {
    const match = matchUnitName(folded, item.start, NOBODY)
    if (!match) break
    const name = folded.slice(item.start, match.end)
    if (unitLevel(name) === null) break
    units.push(name)
    end = match.end
    if (match.end < item.end) break
  }
  if (units.length === 0) return null
  end += AND_SO_ON.exec(folded.slice(end, Math.min(range.end, end + 16)))?.[0].length ?? 0
  return { units, end }
}
