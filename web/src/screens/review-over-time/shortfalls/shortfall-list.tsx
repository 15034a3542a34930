import { Link, useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useEffect, useRef } from 'react'
import { useBeginMatter } from '../../../api/matters.ts'
import type { FollowedShortfall } from '../../../api/review-over-time.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { formatPeriod } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { FATES, FateWord } from '../fate-word.tsx'

interface ShortfallListProps {
  title: string
  /** The one fate that is listed, as the address says it. */
  fate: string | undefined
  shortfalls: readonly FollowedShortfall[]
}

/** The shortfalls that a number counts, each with its sentence and its matter. */
export function ShortfallList({ title, fate: asked, shortfalls }: ShortfallListProps) {
  const { t, locale } = useWords()
  const { nameOf } = useUnitIndex()
  const section = useRef<HTMLElement>(null)
  const fate = FATES.find((each) => each === asked)
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' })
    section.current?.focus({ preventScroll: true })
  }, [])
  const columns: Column<FollowedShortfall>[] = [
    {
      key: 'text',
      title: t('time.column.shortfall'),
      isMain: true,
      cell: ({ text, href }) => <Link to={href}>{text}</Link>,
    },
    {
      key: 'unit',
      title: t('matter.column.unit'),
      width: '150px',
      cell: ({ unitId }) => nameOf(unitId) ?? t('unit.unknown'),
    },
    {
      key: 'period',
      title: t('after.column.period'),
      width: '130px',
      cell: ({ period }) => (period ? formatPeriod(locale, period) : '—'),
    },
    {
      key: 'fate',
      title: t('time.column.fate'),
      width: '230px',
      cell: ({ fate: became, resolvedOn }) => (
        <>
          <FateWord fate={became} />{' '}
          {resolvedOn && (
            <span className="soft figure">
              {became === 'resolved' ? resolvedOn : t('time.resolved-on', { day: resolvedOn })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'items',
      title: t('matter.column.items'),
      align: 'right',
      width: '92px',
      cell: ({ items }) => items || <span className="soft">0</span>,
    },
    {
      key: 'matter',
      title: t('time.column.matter'),
      width: '130px',
      cell: (shortfall) => <MatterOf shortfall={shortfall} />,
    },
  ]
  return (
    <section className="time-section" aria-labelledby="time-list" ref={section} tabIndex={-1}>
      <h2 id="time-list">
        {title} {fate && <FateWord fate={fate} />} <span className="soft figure">{shortfalls.length}</span>
        <Link
          className="time-close no-print"
          from="/review/over-time"
          to="."
          search={({ unitId }) => (unitId ? { unitId } : {})}
        >
          {t('time.close-list')}
        </Link>
      </h2>
      {shortfalls.length === 0 ? (
        <p className="soft">{t('time.list-empty')}</p>
      ) : (
        <DataTable
          caption={title}
          columns={columns}
          rows={shortfalls}
          rowKey={({ kind, id }) => `${kind}.${id}`}
        />
      )}
    </section>
  )
}

/** Opens the chain of the matter, or makes one that begins with this shortfall. */
function MatterOf({ shortfall: { kind, id, unitId, matterId } }: { shortfall: FollowedShortfall }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const navigate = useNavigate()
  const begin = useBeginMatter()
  const reason = useRefusalReason()('reviews.decide', [unitId])
  if (matterId)
    return (
      <Link to="/review/matters/$matterId" params={{ matterId }}>
        {t('time.open-matter')}
      </Link>
    )
  if (reason) return <span className="soft">—</span>
  const send = () =>
    begin.mutate(
      { parts: [{ kind, id }] },
      {
        onSuccess: (matter) => navigate({ to: '/review/matters/$matterId', params: { matterId: matter.id } }),
        onError: (error) => message.error(sentence(error)),
      },
    )
  return (
    <GatedButton size="small" className="no-print" loading={begin.isPending} onClick={send}>
      {t('time.begin-matter')}
    </GatedButton>
  )
}
