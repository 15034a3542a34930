import { Link } from '@tanstack/react-router'
import type { Statement, UnitPeriod } from '../../../api/model.ts'
import { formatPeriod } from '../../../i18n/format.ts'
import { type FactsContext, statementFacts } from '../../statement-facts.ts'
import { Evidence } from './evidence.tsx'

interface PeriodSectionProps {
  period: UnitPeriod
  /** Ids of shortfalls that a person confirmed as come back. */
  cameBack: ReadonlySet<string>
  context: FactsContext
}

/** What one review says of the unit: strengths at the left, shortfalls and tasks at the right. */
export function PeriodSection({ period, cameBack, context }: PeriodSectionProps) {
  const { t, locale } = context.words
  const { report } = period
  const name = report.period ? formatPeriod(locale, report.period) : (report.reportDate ?? report.title)
  return (
    <section className="period" aria-label={name}>
      <h2>
        {name}
        <Link to="/reports/$reportId" params={{ reportId: report.id }} search={{}}>
          {report.title}
        </Link>
      </h2>
      <div className="period-columns">
        <div>
          <Group
            title={t('review.ranks')}
            statements={period.ranks as Statement[]}
            {...{ cameBack, context }}
          />
          <Group
            title={t('review.figures')}
            statements={period.figures as Statement[]}
            {...{ cameBack, context }}
          />
          <Group
            title={t('review.firsts')}
            statements={period.firsts as Statement[]}
            {...{ cameBack, context }}
          />
        </div>
        <div>
          <Group
            title={t('review.shortfalls')}
            statements={period.shortfalls as Statement[]}
            {...{ cameBack, context }}
          />
          <Group
            title={t('review.tasks')}
            statements={period.tasks as Statement[]}
            {...{ cameBack, context }}
          />
        </div>
      </div>
    </section>
  )
}

interface GroupProps {
  title: string
  statements: readonly Statement[]
  cameBack: ReadonlySet<string>
  context: FactsContext
}

function Group({ title, statements, cameBack, context }: GroupProps) {
  const { t } = context.words
  return (
    <section className="period-group" aria-label={title}>
      <h3>
        {title}{' '}
        <span className="soft figure">{statements.length > 0 ? statements.length : t('review.nothing')}</span>
      </h3>
      {statements.length > 0 && (
        <ul>
          {statements.map((statement) => (
            <li key={statement.id}>
              <Evidence statement={statement} facts={statementFacts(statement, context)}>
                {cameBack.has(statement.id) && (
                  <strong className="came-back">↻ {t('review.came-back')}</strong>
                )}
              </Evidence>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
