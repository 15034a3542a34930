import { Button, type ButtonProps, Tooltip } from 'antd'
import './gated-button.css'

interface GatedButtonProps extends ButtonProps {
  /** Why it cannot be pressed; it can when this is empty. Stays focusable, so that the reason can be read by keyboard. */
  reason?: string | undefined
}

/** A button that is disabled with its reason rather than hidden. */
export function GatedButton({ reason, onClick, className, ...button }: GatedButtonProps) {
  if (!reason)
    return <Button {...button} {...(onClick ? { onClick } : {})} {...(className ? { className } : {})} />
  return (
    <Tooltip title={reason} trigger={['hover', 'focus']}>
      <Button
        {...button}
        htmlType="button"
        type={button.type === 'primary' ? 'default' : button.type}
        aria-disabled="true"
        className={`is-gated ${className ?? ''}`}
        onClick={(event) => event.preventDefault()}
      >
        {button.children}
        <span className="visually-hidden">{`(${reason})`}</span>
      </Button>
    </Tooltip>
  )
}
