import { formatPeriod } from '../../../../i18n/format.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { OutcomeWord } from '../../../review/parts/outcome-word.tsx'
import { StateWord } from '../../state-word.tsx'
import type { MatterWork } from '../use-matter-work.ts'
import { ChainPart } from './chain-part.tsx'

/** Review by review: the words of then, what was done, what became of it; at the end how it stands today. */
export function Chain({ work, canChoose }: { work: MatterWork; canChoose: boolean }) {
  const { t, locale } = useWords()
  const { matter } = work
  return (
    <ol className="chain" aria-label={t('matter.chain')}>
      {matter.steps.map((step) => (
        <li key={step.review} className="chain-step">
          <div className="chain-when">
            <strong>{formatPeriod(locale, step.parts[0]?.period ?? step.at)}</strong>
            <span className="soft figure">{step.at}</span>
          </div>
          <div className="chain-what">
            {step.parts.map((part) => (
              <ChainPart key={part.id} part={part} work={work} canChoose={canChoose} />
            ))}
            {step.resolvedOn && (
              <p className="chain-resolved">
                <OutcomeWord outcome="resolved" /> <span className="figure">{step.resolvedOn}</span>
              </p>
            )}
          </div>
        </li>
      ))}
      <li className="chain-step is-now">
        <div className="chain-when">
          <strong>{t('matter.now')}</strong>
        </div>
        <div className="chain-what">
          <p>
            <StateWord state={matter.state} />
          </p>
          {matter.settled && (
            <p>
              {t('matter.settled-by', { who: matter.settled.by, on: matter.settled.on })}{' '}
              <span className="soft">{t('cycle.reason')}</span> {matter.settled.reason}
            </p>
          )}
        </div>
      </li>
    </ol>
  )
}
