import { App } from 'antd'

interface Question {
  readonly title: string
  /** What the answer does, by its name. */
  readonly okText: string
  readonly onOk: () => void
}

/**
 * Asks before something is taken back. A dialog, as a bubble beside the button is drawn at the end of the page, where
 * whoever works by keys comes to it last (WCAG 2.4.3).
 */
export function useAskFirst(): (question: Question) => void {
  const { modal } = App.useApp()
  return (question) => modal.confirm(question)
}
