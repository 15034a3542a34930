import { compareFractions, fractionOf } from '../../../indicators/index.ts'
import { type DraftLine, plainLine } from './draft-line.ts'
import thresholds from './draft-thresholds.json' with { type: 'json' }
import type { Facts, StandingFact } from './facts.ts'
import { growthMessage, isGoodGrowth } from './growth-message.ts'
import { leagueSource } from './sources-of.ts'
import { toldValue } from './told-value.ts'

/** Figures that changed for the better on the year, of indicators that no other line tells; the largest changes first. */
export function figureLines(facts: Facts, toldCodes: ReadonlySet<string>): DraftLine[] {
  return facts.standings
    .filter((standing) => !toldCodes.has(standing.code) && isGoodGrowth(standing))
    .sort((a, b) => compareFractions(size(b), size(a)))
    .slice(0, thresholds.figures.most)
    .map((standing) => {
      const { code, name, period, value, growth, change } = standing
      return plainLine({
        key: `figure:${code}`,
        side: 'strength',
        kind: 'figure',
        draft: [
          {
            code: 'figure',
            params: { indicator: { ...name }, period: { period }, value: toldValue(standing) },
          },
          ...growthMessage(standing),
        ],
        sources: [leagueSource(standing, facts)],
        basis: { code, period, value, growth, change },
      })
    })
}

function size({ growth, change }: StandingFact) {
  return fractionOf((growth ?? change ?? '0').replace('-', ''))
}
