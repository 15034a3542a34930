import { Button } from 'antd'
import { useWords } from '../../i18n/use-words.ts'
import { changeDisplay, useDisplay } from '../../ui/display.ts'

/** Large letters on or off, on every page and before the sign-in. */
export function TypeSwitch() {
  const { t } = useWords()
  const { isLarge } = useDisplay()
  return (
    <Button
      type="text"
      className="type-switch"
      aria-pressed={isLarge}
      onClick={() => changeDisplay({ isLarge: !isLarge })}
    >
      {t('app.large-type')}
    </Button>
  )
}
