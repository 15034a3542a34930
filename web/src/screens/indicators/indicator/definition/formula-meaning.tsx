import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { indicatorQuery } from '../../../../api/indicators.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { useIndicatorWords } from '../../parts/use-indicator-words.ts'
import { formulaNames } from './formula-names.ts'

/** A formula with what each of its words means: the indicators by name and unit of measure, the functions in a sentence. */
export function FormulaMeaning({ formula }: { formula: string }) {
  const { t } = useWords()
  const { named } = useIndicatorWords()
  const { codes, functions } = formulaNames(formula)
  const found = useQueries({ queries: codes.map(indicatorQuery) })
  return (
    <div className="definition-formula">
      <h3>{t('indicator.formula')}</h3>
      <code>{formula}</code>
      <dl>
        {codes.map((code, at) => {
          const indicator = found[at]?.data
          return (
            <div key={code}>
              <dt>{code}</dt>
              <dd>
                {indicator ? (
                  <Link to="/indicators/$code" params={{ code }} search={{}}>
                    {named(indicator)}
                  </Link>
                ) : (
                  '…'
                )}
                {indicator?.measure && t('indicator.in-measure', { measure: indicator.measure })}
              </dd>
            </div>
          )
        })}
        {functions.map((name) => (
          <div key={name}>
            <dt>{t(`formula.name.${name}`)}</dt>
            <dd>{t(`formula.meaning.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
