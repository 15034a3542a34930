import type { IndicatorDetail } from '../../../../api/indicators.ts'
import { useUnitIndex } from '../../../../api/units.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { Tags } from '../../parts/tags.tsx'
import { ComparabilityList } from './comparability-list.tsx'
import { FormulaMeaning } from './formula-meaning.tsx'
import { VersionTable } from './version-table.tsx'
import './definition.css'

/** By which definition it is counted today, and by which before. */
export function DefinitionPanel({ indicator }: { indicator: IndicatorDetail }) {
  const { t } = useWords()
  const { nameOf } = useUnitIndex()
  const facts: readonly [string, string | null][] = [
    [t('indicator.unit-of-measure'), indicator.measure],
    [t('indicator.frequency'), t(`indicator.frequency.${indicator.frequency}`)],
    [
      t('indicator.direction'),
      indicator.direction === 'near' && indicator.nearValue !== null
        ? t('indicator.near-to', { value: indicator.nearValue, unit: indicator.measure })
        : t(`indicator.direction.${indicator.direction}`),
    ],
    [t('define.field.aliases'), indicator.aliases.join(t('app.list-separator')) || null],
    [t('indicator.source'), nameOf(indicator.sourceUnitId) ?? null],
    [t('indicator.owner'), indicator.owner],
    [t('indicator.lag'), indicator.lagDays > 0 ? t('indicator.lag-days', { days: indicator.lagDays }) : null],
    [t('indicator.over-time'), aggregation(indicator.overTime)],
    [t('indicator.over-units'), aggregation(indicator.overUnits)],
    [
      t('indicator.price-basis'),
      indicator.priceBasis === 'none' ? null : t(`indicator.price-basis.${indicator.priceBasis}`),
    ],
    [
      t('indicator.seasonal'),
      indicator.seasonal &&
        (indicator.seasonal.kind === 'shares'
          ? t('indicator.seasonal.shares')
          : t('indicator.seasonal.earlier-years', { years: indicator.seasonal.years })),
    ],
  ]
  function aggregation(how: IndicatorDetail['overTime']): string | null {
    return how === 'none' ? null : t(`indicator.aggregation.${how}`)
  }
  return (
    <section className="indicator-panel definition" aria-labelledby="definition">
      <h2 id="definition">{t('indicator.definition')}</h2>
      <p className="definition-text">
        {indicator.definition || <span className="soft">{t('indicator.definition-missing')}</span>}
      </p>
      <dl className="definition-facts">
        {facts.map(
          ([name, fact]) =>
            fact && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{fact}</dd>
              </div>
            ),
        )}
      </dl>
      <Tags tags={indicator.tags} />
      {indicator.formula && <FormulaMeaning formula={indicator.formula} />}
      <ComparabilityList comparability={indicator.comparability} />
      <VersionTable versions={indicator.versions} />
    </section>
  )
}
