import { Checkbox, Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useDeferredValue, useEffect, useRef } from 'react'
import { useFormulaCheck } from '../../../api/definitions.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { DefinitionDraft } from './definition-draft.ts'
import { Field } from './field.tsx'

interface FormulaFieldProps {
  code: string
  draft: DefinitionDraft
  validFrom: string | null
  onChange: (next: Partial<DefinitionDraft>) => void
  onSound: (isSound: boolean) => void
}

/** How it is computed from others, checked as it is written: what is wrong and where, or what it comes to. */
export function FormulaField({ code, draft, validFrom, onChange, onSound }: FormulaFieldProps) {
  const { t } = useWords()
  const { formula, measure, frequency } = draft
  const field = useRef<TextAreaRef>(null)
  const asked = useDeferredValue(formula)
  const { data, isFetching } = useFormulaCheck(
    asked === null
      ? null
      : {
          formula: asked,
          measure,
          frequency,
          ...(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/.test(code) ? { code } : {}),
          ...(validFrom ? { validFrom } : {}),
        },
  )
  const isSound = formula === null || (data?.isSound ?? false)
  useEffect(() => onSound(isSound), [isSound, onSound])
  const goTo = ({ at, to }: { at: number; to: number }) => {
    const area = field.current?.resizableTextArea?.textArea
    area?.focus()
    area?.setSelectionRange(at, to)
  }
  return (
    <div className="define-formula">
      <Checkbox
        checked={formula !== null}
        onChange={({ target }) => onChange({ formula: target.checked ? '' : null })}
      >
        {t('define.computed')}
      </Checkbox>
      {formula !== null && (
        <>
          <Field id="define-formula" name={t('indicator.formula')} help={t('define.formula-help')} isWide>
            <Input.TextArea
              id="define-formula"
              ref={field}
              className="define-formula-text"
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={2000}
              spellCheck={false}
              placeholder={t('define.formula-example')}
              status={data && !data.isSound ? 'error' : ''}
              value={formula}
              onChange={({ target }) => onChange({ formula: target.value })}
            />
          </Field>
          <div aria-live="polite" aria-busy={isFetching}>
            {data?.isSound ? (
              <p className="define-sound">
                <span aria-hidden="true">✓</span>{' '}
                {t('define.formula-sound', {
                  measure: data.measure || t('define.plain-number'),
                  frequency: data.frequency ? t(`indicator.frequency.${data.frequency}`) : '—',
                  operands: data.operands.map(({ name }) => name).join(t('app.list-separator')) || '—',
                })}
              </p>
            ) : (
              <ul className="define-problems">
                {data?.problems.map((problem) => (
                  <li key={`${problem.at} ${problem.code}`}>
                    <span aria-hidden="true">■</span> {problem.sentence}{' '}
                    <button type="button" onClick={() => goTo(problem)}>
                      {t('define.show-place')}
                    </button>
                    <code className="define-place">
                      {formula.slice(0, problem.at)}
                      <mark>{formula.slice(problem.at, problem.to) || '▏'}</mark>
                      {formula.slice(problem.to)}
                    </code>
                  </li>
                ))}
              </ul>
            )}
            {data?.notes.map((note) => (
              <p key={`${note.at} ${note.code}`} className="define-note">
                <span aria-hidden="true">▲</span> {note.sentence}
              </p>
            ))}
          </div>
        </>
      )}
    </div>
  )
}
