/**
 * Whether an answer says all that a former one said: lists and values are equal, objects may have fields beside. So a
 * table that was frozen before a field was added can still be asked again.
 */
export function saysAsMuch(now: unknown, former: unknown): boolean {
  if (former === null || typeof former !== 'object') return now === former
  if (now === null || typeof now !== 'object' || Array.isArray(now) !== Array.isArray(former)) return false
  const [told, asked] = [now as Record<string, unknown>, former as Record<string, unknown>]
  if (Array.isArray(former) && former.length !== (now as unknown[]).length) return false
  return Object.keys(asked).every((key) => asked[key] === undefined || saysAsMuch(told[key], asked[key]))
}
