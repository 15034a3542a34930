import words from './unit-words.json' with { type: 'json' }

/** What kind of unit a name is by its last word. */
export type UnitLevel = 'region' | 'city' | 'district' | 'zone' | 'town' | 'department' | 'enterprise'

const SUFFIXES: readonly (readonly [string, UnitLevel])[] = Object.entries(words.levels)
  .flatMap(([level, suffixes]) => suffixes.map((suffix) => [suffix, level as UnitLevel] as const))
  .sort((a, b) => b[0].length - a[0].length)

const LAST_CHARACTERS = new Uint8Array(65_536)
for (const [suffix] of SUFFIXES) LAST_CHARACTERS[suffix.charCodeAt(suffix.length - 1)] = 1
const NOT_UNITS = new Set(words.notUnits)

/** Whether a UTF-16 unit can end the suffix of a unit: a quick test before the name is cut out. */
export function endsSuffix(unit: number): boolean {
  return LAST_CHARACTERS[unit] === 1
}

/** The level of a name by its suffix, or null when it has none or is a common noun (社区, 全市, 新格局). */
export function unitLevel(name: string): UnitLevel | null {
  return unitSuffix(name)?.level ?? null
}

/** The suffix that makes a name a unit's, longest first. */
export function unitSuffix(name: string): { suffix: string; level: UnitLevel } | null {
  if (!endsSuffix(name.charCodeAt(name.length - 1))) return null
  if (NOT_UNITS.has(name) || words.notUnitEndings.some((ending) => name.endsWith(ending))) return null
  for (const [suffix, level] of SUFFIXES)
    if (name.length > suffix.length && name.endsWith(suffix)) return { suffix, level }
  return null
}

/** Whether two units stand side by side in a report: districts with counties, bureaus with commissions. */
export function arePeers(a: UnitLevel, b: UnitLevel): boolean {
  return PEERS[a] === PEERS[b]
}

const PEERS: Record<UnitLevel, string> = {
  region: 'region',
  city: 'city',
  district: 'district',
  zone: 'district',
  town: 'town',
  department: 'department',
  enterprise: 'department',
}
