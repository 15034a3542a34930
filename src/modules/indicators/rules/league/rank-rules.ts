import { z } from 'zod'

const Decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,12})?$/)

/** Which value is the better one. `near`: the closer to the target, on either side. */
export const Direction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('higher') }),
  z.object({ kind: z.literal('lower') }),
  z.object({ kind: z.literal('near'), target: Decimal }),
])
export type Direction = z.infer<typeof Direction>

/**
 * What equal values get: `standard` 1, 2, 2, 4 (the default, what a league table in a newspaper means); `dense` 1, 2, 2, 3;
 * `modified` 1, 3, 3, 4; `fractional` 1, 2.5, 2.5, 4; `second-indicator` breaks them by another column, and what is equal
 * there too shares its place as in `standard`.
 */
export const TieRule = z.enum(['standard', 'dense', 'modified', 'fractional', 'second-indicator'])
export type TieRule = z.infer<typeof TieRule>

/** A unit without a value: listed apart with the reason, given the last place, or left out and only counted. */
export const MissingRule = z.enum(['apart', 'last', 'excluded'])
export type MissingRule = z.infer<typeof MissingRule>

/** How a league table ranks, as it is stored. */
export const RankRules = z.object({
  direction: Direction,
  ties: TieRule.default('standard'),
  missing: MissingRule.default('apart'),
})
export type RankRules = z.infer<typeof RankRules>
