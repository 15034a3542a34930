import type { Item } from '../../../api/model.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { LightMark } from '../../../ui/light-tag.tsx'
import { ItemLink } from '../table/item-title.tsx'
import { groupByLead } from './group-by-lead.ts'
import { TimeBar } from './time-bar.tsx'
import { placeOf, type TimeScale } from './time-scale.ts'
import './timeline.css'

interface TimelineProps {
  items: readonly Item[]
  scale: TimeScale
  asOf: string
}

/** Bars of time under the unit that leads. It is a table: what the bars draw also stands in words beside them. */
export function Timeline({ items, scale, asOf }: TimelineProps) {
  const { t } = useWords()
  const { nameOf } = useUnitIndex()
  return (
    <table className="timeline">
      <caption className="visually-hidden">{t('ledger.view.timeline')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ledger.column.title')}</th>
          <th scope="col">{t('ledger.column.due')}</th>
          <th scope="col" className="timeline-ground">
            <span className="visually-hidden">{t('ledger.timeline.bar')}</span>
            <Ticks scale={scale} asOf={asOf} />
          </th>
        </tr>
      </thead>
      {groupByLead(items).map(({ leadUnitId, items: led }) => (
        <tbody key={leadUnitId ?? ''}>
          <tr className="timeline-unit">
            <th scope="rowgroup" colSpan={3}>
              {nameOf(leadUnitId) ?? t('ledger.no-lead')}{' '}
              <span className="figure soft">{t('ledger.timeline.items', { count: led.length })}</span>
            </th>
          </tr>
          {led.map((item) => (
            <tr key={item.id} className="timeline-row">
              <th scope="row">
                <LightMark light={item.light} />
                <ItemLink id={item.id}>{item.title}</ItemLink>
              </th>
              <td className="figure">{item.dueOn}</td>
              <td className="timeline-ground">
                <TimeBar item={item} scale={scale} asOf={asOf} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Ticks({ scale, asOf }: { scale: TimeScale; asOf: string }) {
  const { t } = useWords()
  const now = placeOf(asOf, scale)
  return (
    <span aria-hidden="true">
      {scale.ticks.map(({ day, at }) => (
        <span key={day} className="timeline-tick figure" style={{ left: `${at}%` }}>
          {scale.name === 'month' ? day.slice(5) : day.slice(0, 7)}
        </span>
      ))}
      {now >= 0 && now <= 100 && (
        <span className="timeline-now-word" style={{ left: `${now}%` }}>
          {t('ledger.today')}
        </span>
      )}
    </span>
  )
}
