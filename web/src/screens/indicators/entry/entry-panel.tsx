import { useBlocker } from '@tanstack/react-router'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { isConflict } from '../../../api/problem.ts'
import { type ReadingGrid, useReadingSteps } from '../../../api/readings.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { KeyList } from '../../../ui/key-list.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { EntryGrid } from './grid/entry-grid.tsx'
import { useEntryDraft } from './grid/use-entry-draft.ts'

/** The grid to type in, and the step that reports what was typed: all of it or none. */
export function EntryPanel({ grid, onReload }: { grid: ReadingGrid; onReload: () => unknown }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { report } = useReadingSteps()
  const draft = useEntryDraft(grid, report.data)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const { unsaved } = draft
  useBlocker({
    shouldBlockFn: () => unsaved.length > 0 && !window.confirm(t('entry.leave', { count: unsaved.length })),
    enableBeforeUnload: () => unsaved.length > 0,
  })
  const wrong = unsaved.filter(({ clean }) => clean.kind === 'wrong').length
  const conflicts = unsaved.filter((cell) => cell.isConflict).length
  const doubtful = unsaved.filter(({ doubts, isConfirmed }) => doubts.length > 0 && !isConfirmed).length
  const whyNot =
    unsaved.length === 0
      ? t('entry.nothing-typed')
      : wrong > 0
        ? t('entry.some-wrong', { count: wrong })
        : conflicts > 0
          ? t('entry.some-conflict', { count: conflicts })
          : doubtful > 0
            ? t('entry.some-doubtful', { count: doubtful })
            : undefined
  const send = () =>
    report.mutate(
      { period: grid.period, entries: draft.entries() },
      {
        onSuccess: ({ isSaved }) => {
          if (!isSaved) return
          draft.clear()
          message.success(t('entry.reported', { count: unsaved.length }))
        },
        // What somebody else wrote is shown beside what was typed, which stays.
        onError: (error) => isConflict(error) && onReload(),
      },
    )
  return (
    <form
      className="entry-panel"
      onSubmit={(event) => {
        event.preventDefault()
        if (!whyNot) send()
      }}
    >
      {report.error && (
        <Alert className="entry-alert" type="error" role="alert" showIcon title={sentence(report.error)} />
      )}
      {doubtful > 0 && (
        <Alert className="entry-alert" type="warning" role="alert" showIcon title={t('entry.doubtful-way')} />
      )}
      <EntryGrid grid={grid} draft={draft} />
      <div className="entry-foot no-print">
        <span className={unsaved.length > 0 ? 'entry-count' : 'soft'} role="status">
          {unsaved.length > 0 ? t('entry.unsaved', { count: unsaved.length }) : t('entry.all-saved')}
        </span>
        <Button type="text" onClick={() => setHelpOpen(true)}>
          {t('app.keys-help')}
        </Button>
        {whyNot ? (
          <GatedButton reason={whyNot}>{t('entry.report')}</GatedButton>
        ) : (
          <Button type="primary" htmlType="submit" loading={report.isPending}>
            {t('entry.report-count', { count: unsaved.length })}
          </Button>
        )}
      </div>
      <KeyList
        isOpen={isHelpOpen}
        onClose={() => setHelpOpen(false)}
        keys={[
          { keys: ['Enter', '↓'], does: t('entry.key.down') },
          { keys: ['Shift+Enter', '↑'], does: t('entry.key.up') },
          { keys: ['←', '→'], does: t('entry.key.across') },
          { keys: ['Tab'], does: t('entry.key.next') },
          { keys: ['Esc'], does: t('entry.key.revert') },
          { keys: ['Ctrl+V'], does: t('entry.key.paste') },
          { keys: ['—'], does: t('entry.key.none') },
        ]}
      />
    </form>
  )
}
