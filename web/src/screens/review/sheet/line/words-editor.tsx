import { Button, Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useWords } from '../../../../i18n/use-words.ts'
import { bringIntoView } from '../bring-into-view.ts'
import type { SheetLine } from '../sheet-lines.ts'
import type { LineWork } from '../use-line-work.ts'

/** The office's own words in place of the draft, which stays in sight. Ctrl+Enter saves, Escape leaves it as it was. */
export function WordsEditor({ line, work }: { line: SheetLine; work: LineWork }) {
  const { t } = useWords()
  const [words, setWords] = useState(line.words ?? line.sentence)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) work.write(line, words)
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) work.stopEditing()
  }
  return (
    <div className="words-editor no-print" ref={bringIntoView}>
      <Input.TextArea
        aria-label={t('cycle.words')}
        autoFocus
        autoSize={{ minRows: 2, maxRows: 10 }}
        maxLength={2000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={onKeyDown}
      />
      {line.sentence && line.sentence !== words && (
        <p className="soft">
          {t('cycle.drafted-as')} {line.sentence}
        </p>
      )}
      <div className="words-foot">
        <Button type="primary" size="small" loading={work.isSending} onClick={() => work.write(line, words)}>
          {t('app.save')}
        </Button>
        <Button size="small" onClick={work.stopEditing}>
          {t('app.cancel')}
        </Button>
        {line.words !== null && line.sentence && (
          <Button size="small" type="text" onClick={() => work.write(line, line.sentence)}>
            {t('cycle.back-to-draft')}
          </Button>
        )}
        <span className="soft">Ctrl+Enter</span>
      </div>
    </div>
  )
}
