import type { Range } from '../model.ts'
import { splitList } from '../statements/text/split-list.ts'
import type { KnownNames } from './known-names.ts'
import { matchUnitName } from './match-unit-name.ts'
import type { UnitLevel } from './unit-level.ts'

/** Units that a list at the start of a stretch names, and where the list ends (after 等3个乡镇). */
export interface NamedUnits {
  readonly units: readonly string[]
  readonly end: number
  readonly level: UnitLevel
}

const AND_SO_ON =
  /^等(?:[一二三四五六七八九十\d]{1,3}(?:个|家))?(?:[一-龥]{0,4}(?:乡镇|镇街|街道|街镇|县区|区县|县市区|部门|单位|企业|地区|地))?/
/** 甲县与乙县均…: 与 lists them; else 与乙县 is a partner. */
const WITH_BOTH = /与[^，。；]{2,24}(?:均|都|分别|并列|双双|同为)/
/** Reads 小河乡、同心镇等5个乡镇 at an offset; null unless two names stand there, or one and 等. */
export function namedUnitsAt(folded: string, range: Range, known: KnownNames): NamedUnits | null {
  if (!matchUnitName(folded, range.start, known)) return null
  const units: string[] = []
  let end = range.start
  let level: UnitLevel | null = null
  for (const item of splitList(
    folded,
    range,
    WITH_BOTH.test(folded.slice(range.start, range.end)) ? ['、', '和', '及', '与'] : ['、', '和', '及'],
  )) {
    if (item.start < end) continue
    const match = matchUnitName(folded, item.start, known)
    if (!match) break
    units.push(match.name)
    level = match.level
    end = match.end
    if (match.end < item.end) break
  }
  const more = AND_SO_ON.exec(folded.slice(end, Math.min(range.end, end + 16)))?.[0].length ?? 0
  if (level === null || (units.length < 2 && more === 0)) return null
  return { units, end: end + more, level }
}
