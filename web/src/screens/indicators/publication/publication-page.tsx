import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Publication } from '../../../api/indicators.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { leagueFile } from '../indicator/league/league-file.ts'
import { LeagueView } from '../indicator/league/league-view.tsx'
import { compositeFile } from '../leagues/composite-file.ts'
import { CompositeView } from '../leagues/composite-view.tsx'
import { CsvButton } from '../parts/csv-button.tsx'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'
import { XlsxButton } from '../parts/xlsx-button.tsx'
import '../indicator/league/league.css'
import './publication.css'

/** Number, title and seal above the table; a printed page can be held against it by its hash. */
export function PublicationPage({ publication }: { publication: Publication }) {
  const { t, locale } = useWords()
  const words = useIndicatorWords()
  const { number, title, table, composite, vintage, asOfDay, contentHash, frozenAt, frozenBy } = publication
  const { isWhole, isRecomputable } = publication
  const ranked = table ?? composite
  const subject = table ? words.named(table.indicator) : composite?.league.name
  const facts: (readonly [string, string])[] = [
    [t(table ? 'indicator.name' : 'publication.league'), subject ?? '—'],
    [t('indicator.period'), words.period(publication.period)],
    [t('indicator.cohort'), ranked ? words.named(ranked.cohort) : publication.cohort],
    ...(table ? [[t('indicator.measure'), words.measure(table.measure)] as const] : []),
    [t('publication.vintage'), t('indicator.vintage-number', { number: vintage })],
    [t('publication.as-of-day'), asOfDay],
    [t('publication.frozen-at'), formatInstant(frozenAt)],
    [t('publication.frozen-by'), frozenBy],
  ]
  return (
    <article className="publication">
      <PageHead
        title={title}
        note={<strong className="publication-number">{t('publication.number', { number })}</strong>}
        actions={
          <>
            {publication.indicator && (
              <Link
                to="/indicators/$code"
                params={{ code: publication.indicator }}
                search={{ period: publication.period, asOf: vintage }}
                className="button-link"
              >
                {t('publication.to-indicator')}
              </Link>
            )}
            {table && (
              <CsvButton
                table={() => leagueFile(table, { t, unit: words.unit, reason: words.reason })}
                fileName={`publication-${number}`}
              />
            )}
            {composite && (
              <CsvButton
                table={() => compositeFile(composite, { t, locale, unit: words.unit })}
                fileName={`publication-${number}`}
              />
            )}
            <XlsxButton path={`/api/publications/${number}/file`} />
            <Button onClick={() => window.print()}>{t('app.print')}</Button>
          </>
        }
      />
      <section className="indicator-panel league">
        <dl className="publication-facts">
          {facts.map(([name, fact]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
        </dl>
        {table && <LeagueView table={table} />}
        {composite && <CompositeView table={composite} />}
        <footer className="publication-seal">
          <p className={isWhole ? 'is-good' : 'is-bad'}>
            <span aria-hidden="true">{isWhole ? '✓' : '✗'}</span>{' '}
            {t(isWhole ? 'publication.whole' : 'publication.not-whole')}
          </p>
          <p className={isRecomputable ? 'is-good' : 'is-other'}>
            <span aria-hidden="true">{isRecomputable ? '✓' : '!'}</span>{' '}
            {t(isRecomputable ? 'publication.recomputable' : 'publication.not-recomputable')}
          </p>
          <p className="publication-hash">
            <span>SHA-256</span> <code>{contentHash}</code>
          </p>
        </footer>
      </section>
    </article>
  )
}
