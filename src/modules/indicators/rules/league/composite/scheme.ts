import { z } from 'zod'

const Points = z.string().regex(/^-?\d{1,9}(\.\d{1,6})?$/)
const Bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) })

/** How a component's value becomes points out of its weight. */
export const ComponentScore = z.discriminatedUnion('kind', [
  /** actual ÷ target × weight, or target ÷ actual where lower is better; the target is the unit's own or one for all. */
  z.object({
    kind: z.literal('linear'),
    direction: z.enum(['higher', 'lower']),
    target: z.union([z.literal('own'), Points]),
    /** At most so many per cent of the weight, `120`; null leaves it open. */
    capPercent: Points.nullable(),
  }),
  /** The value is a score of 100 points already: value ÷ 100 × weight. */
  z.object({ kind: z.literal('score') }),
  /** Points by place, the first first; places beyond the list get none. Weight says what the first place is worth. */
  z.object({
    kind: z.literal('rank-points'),
    direction: z.enum(['higher', 'lower']),
    points: z.array(Points).min(1),
  }),
])
export type ComponentScore = z.infer<typeof ComponentScore>

export const CompositeComponent = z.object({
  key: z.string().min(1),
  name: Bilingual,
  weight: Points,
  score: ComponentScore,
  /** Components of one group share its cap. */
  group: z.string().nullable(),
})

/** A bonus by place of the score before bonuses: 1st +5 … 5th +1, the last −5 … fifth from the end −1. */
export const RankBonus = z.object({
  top: z.array(Points),
  /** For the last first; negative. */
  bottom: z.array(Points),
  /** Units that share a place get nothing. */
  tiesCancel: z.boolean(),
})

/** A composite score as data. */
export const CompositeScheme = z.object({
  key: z.string().min(1),
  name: Bilingual,
  /** Where the scheme comes from, in our words; an address where there is one. */
  source: z.object({ says: z.string().min(1), url: z.url().nullable() }),
  components: z.array(CompositeComponent).min(1),
  groups: z.array(z.object({ key: z.string().min(1), name: Bilingual, cap: Points })),
  rankBonus: RankBonus.nullable(),
  /** Between which sums the bonuses and deductions entered by hand count. */
  adjustments: z.object({ least: Points, most: Points }),
  /** A component without a value: the unit stands apart, or gets nothing for it. */
  missing: z.enum(['apart', 'zero']),
  /** Scores are compared at so many decimals, as they are printed. */
  places: z.int().min(0).max(12),
})
export type CompositeScheme = z.infer<typeof CompositeScheme>
