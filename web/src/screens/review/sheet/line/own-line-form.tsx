import { Button, Input, Select } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import type { LineSide, Outcome, Source } from '../../../../api/review-model.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { OUTCOMES, OutcomeWord } from '../../parts/outcome-word.tsx'
import { bringIntoView } from '../bring-into-view.ts'
import type { LineWork } from '../use-line-work.ts'
import { OwnSourcesPick } from './own-sources-pick.tsx'

/** A line that no data gave: the office's own. */
export function OwnLineForm({ side, work }: { side: LineSide; work: LineWork }) {
  const { t } = useWords()
  const [words, setWords] = useState('')
  const [outcome, setOutcome] = useState<Outcome>()
  const [sources, setSources] = useState<Source[]>([])
  const save = () => {
    if (words.trim() !== '') work.addOwn(side, { words, sources, outcome })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) work.stopAdding()
  }
  return (
    <div className="words-editor own-line no-print" ref={bringIntoView}>
      <Input.TextArea
        aria-label={t('cycle.own-line')}
        placeholder={t('cycle.own-line')}
        autoFocus
        autoSize={{ minRows: 2, maxRows: 10 }}
        maxLength={2000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={onKeyDown}
      />
      <OwnSourcesPick work={work} chosen={sources} onChange={setSources} />
      <div className="words-foot">
        {side === 'follow-up' && (
          <Select
            size="small"
            aria-label={t('cycle.outcome')}
            placeholder={t('cycle.outcome')}
            style={{ minWidth: 120 }}
            value={outcome}
            options={OUTCOMES.map((each) => ({ value: each, label: <OutcomeWord outcome={each} /> }))}
            onChange={setOutcome}
          />
        )}
        <Button type="primary" size="small" disabled={words.trim() === ''} onClick={save}>
          {t('app.save')}
        </Button>
        <Button size="small" onClick={work.stopAdding}>
          {t('app.cancel')}
        </Button>
        <span className="soft">Ctrl+Enter</span>
      </div>
    </div>
  )
}
