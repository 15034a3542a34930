import { Switch } from 'antd'
import { useWords } from '../../i18n/use-words.ts'
import { changeDisplay, useDisplay } from '../../ui/display.ts'

/** How a person reads and works; on this browser, from now on. */
export function DisplayPanel() {
  const { t } = useWords()
  const { isLarge, hasKeys } = useDisplay()
  return (
    <section className="account-panel" aria-labelledby="account-display">
      <h2 id="account-display">{t('display.title')}</h2>
      <p className="soft">{t('display.note')}</p>
      <Choice
        id="display-large"
        label={t('display.large')}
        note={t('display.large-note')}
        isOn={isLarge}
        onTurn={(on) => changeDisplay({ isLarge: on })}
      />
      <Choice
        id="display-keys"
        label={t('display.keys')}
        note={t('display.keys-note')}
        isOn={hasKeys}
        onTurn={(on) => changeDisplay({ hasKeys: on })}
      />
    </section>
  )
}

interface ChoiceProps {
  id: string
  label: string
  note: string
  isOn: boolean
  onTurn: (on: boolean) => void
}

function Choice({ id, label, note, isOn, onTurn }: ChoiceProps) {
  return (
    <div className="account-choice">
      <Switch id={id} checked={isOn} onChange={onTurn} aria-describedby={`${id}-note`} />
      <div>
        <label htmlFor={id}>{label}</label>
        <p id={`${id}-note`} className="soft">
          {note}
        </p>
      </div>
    </div>
  )
}
