import { useState } from 'react'
import type { ReviewDetail } from '../../../../api/review-model.ts'
import { useSheetSummaries } from '../../../../api/review-sheets.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { GatedButton } from '../../../../ui/gated-button.tsx'
import { StateNote } from '../../../../ui/state-note.tsx'
import './agenda.css'
import { AgendaEditor } from './agenda-editor.tsx'
import { AgendaTable } from './agenda-table.tsx'
import { DraftAll } from './draft-all.tsx'

/** Who speaks when, with the state of each sheet; arranged in place. */
export function AgendaPanel({ review, reason }: { review: ReviewDetail; reason: string | undefined }) {
  const { t } = useWords()
  const [arranging, setArranging] = useState<'agenda' | 'proposal' | null>(null)
  const { data } = useSheetSummaries(review.id)
  const isEmpty = review.agenda.length === 0
  const minutes = review.agenda.reduce((sum, point) => sum + point.minutes, 0)
  return (
    <section className="agenda" aria-labelledby="agenda">
      <header className="agenda-head">
        <h2 id="agenda">{t('cycle.agenda')}</h2>
        {!isEmpty && (
          <span className="soft figure">{t('cycle.agenda-sum', { speakers: review.speakers, minutes })}</span>
        )}
        {!arranging && !isEmpty && (
          <span className="agenda-steps no-print">
            <DraftAll review={review} reason={reason} />
            <GatedButton size="small" reason={reason} onClick={() => setArranging('agenda')}>
              {t('cycle.arrange')}
            </GatedButton>
          </span>
        )}
      </header>
      {arranging ? (
        <AgendaEditor review={review} starts={arranging} onClose={() => setArranging(null)} />
      ) : isEmpty ? (
        <StateNote
          title={t('cycle.agenda-empty')}
          action={
            <GatedButton type="primary" reason={reason} onClick={() => setArranging('proposal')}>
              {t('cycle.propose')}
            </GatedButton>
          }
        >
          {t('cycle.agenda-empty-way')}
        </StateNote>
      ) : (
        <AgendaTable review={review} sheets={data?.sheets ?? []} />
      )}
    </section>
  )
}
