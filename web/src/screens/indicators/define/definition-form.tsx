import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Input } from 'antd'
import { useState } from 'react'
import { useDefinitionSteps } from '../../../api/definitions.ts'
import type { IndicatorDetail } from '../../../api/indicators.ts'
import { isConflict, Problem } from '../../../api/problem.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { type ChangeFacts, ChangeFields } from './change-fields.tsx'
import { ComparabilityFields } from './comparability-fields.tsx'
import { CountingFields } from './counting-fields.tsx'
import { changedFields, changeOf, type DefinitionDraft, draftOf } from './definition-draft.ts'
import { Field } from './field.tsx'
import { FormulaField } from './formula-field.tsx'
import { NameFields } from './name-fields.tsx'

interface DefinitionFormProps {
  /** Undefined for a new one. */
  indicator: IndicatorDetail | undefined
  onReload?: () => unknown
}

/** The refusal stands in the form already. */
const isShown = () => undefined

/** The codes of the indicators that could no longer be computed, when that is why the server refused. */
function brokenFormulas(error: unknown): string[] | undefined {
  if (!(error instanceof Problem) || error.code !== 'indicators.formulas-broken') return undefined
  return String(error.details.formulas).split(', ')
}

const CODE = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/

/** Everything that a definition says; a change takes a day and a reason, and is another version. */
export function DefinitionForm({ indicator, onReload }: DefinitionFormProps) {
  const { t } = useWords()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const sentence = useProblemSentence()
  const { define, change } = useDefinitionSteps()
  const [code, setCode] = useState(indicator?.code ?? '')
  const [draft, setDraft] = useState(() => draftOf(indicator))
  const [facts, setFacts] = useState<ChangeFacts>({ validFrom: null, note: '', breaksSeries: undefined })
  const [isFormulaSound, setFormulaSound] = useState(true)
  const set = (next: Partial<DefinitionDraft>) => setDraft((now) => ({ ...now, ...next }))
  const before = draftOf(indicator)
  const changed = changedFields(before, draft)
  const whyNot =
    indicator && changed.length === 0 && facts.breaksSeries !== true
      ? t('define.unchanged')
      : !CODE.test(code)
        ? t('define.code-wrong')
        : draft.name.trim() === ''
          ? t('define.name-missing')
          : !isFormulaSound
            ? t('define.formula-wrong')
            : indicator && !facts.validFrom
              ? t('define.day-missing')
              : indicator && facts.note.trim() === ''
                ? t('define.note-missing')
                : undefined
  const onSuccess = () => {
    message.success(t('define.saved'))
    navigate({ to: '/indicators/$code', params: { code }, search: {} })
  }
  const save = (breaking?: string[]) => {
    const { validFrom, note, breaksSeries } = facts
    const known = breaking ? { breaking } : {}
    if (!indicator) {
      const from = validFrom ? { validFrom } : {}
      // The promise and not a callback of `mutate`: the form is made anew with its new version before that is called.
      define.mutateAsync({ ...draft, code, note: note.trim(), ...from, ...known }).then(onSuccess, isShown)
      return
    }
    const version = Math.max(...indicator.versions.map((each) => each.version))
    const body = changeOf(before, draft, { validFrom: validFrom!, version, note: note.trim(), breaksSeries })
    change.mutateAsync({ code, body: { ...body, ...known } }).then(onSuccess, isShown)
  }
  const error = define.error ?? change.error
  const broken = brokenFormulas(error)
  return (
    <form
      className="define"
      onSubmit={(event) => {
        event.preventDefault()
        if (!whyNot) save()
      }}
    >
      <section className="work-panel" aria-labelledby="define-name">
        <h2 id="define-name">{t('define.section.name')}</h2>
        <div className="define-grid">
          <Field id="define-code" name={t('define.code')} help={t('define.code-help')}>
            <Input
              id="define-code"
              maxLength={64}
              disabled={indicator !== undefined}
              value={code}
              onChange={({ target }) => setCode(target.value.trim())}
            />
          </Field>
          <NameFields draft={draft} onChange={set} />
        </div>
      </section>
      <section className="work-panel" aria-labelledby="define-counting">
        <h2 id="define-counting">{t('define.section.counting')}</h2>
        <CountingFields draft={draft} onChange={set} />
        <FormulaField
          code={code}
          draft={draft}
          validFrom={facts.validFrom}
          onChange={set}
          onSound={setFormulaSound}
        />
      </section>
      <section className="work-panel" aria-labelledby="define-comparing">
        <h2 id="define-comparing">{t('define.section.comparing')}</h2>
        <ComparabilityFields draft={draft} onChange={set} />
      </section>
      <ChangeFields isNew={indicator === undefined} changed={changed} facts={facts} onChange={setFacts} />
      {error && (
        <Alert
          className="define-alert"
          type="error"
          role="alert"
          showIcon
          title={sentence(error)}
          description={broken && t('define.broken-way')}
          action={
            broken ? (
              <Button danger loading={define.isPending || change.isPending} onClick={() => save(broken)}>
                {t('define.save-broken', { count: broken.length })}
              </Button>
            ) : (
              onReload && isConflict(error) && <Button onClick={() => onReload()}>{t('app.reload')}</Button>
            )
          }
        />
      )}
      <div className="define-foot">
        {whyNot ? (
          <GatedButton type="primary" reason={whyNot}>
            {t('app.save')}
          </GatedButton>
        ) : (
          <Button type="primary" htmlType="submit" loading={define.isPending || change.isPending}>
            {t('app.save')}
          </Button>
        )}
        {whyNot && <span className="soft">{whyNot}</span>}
      </div>
    </form>
  )
}
