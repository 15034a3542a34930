import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { fetchFile } from '../../../api/fetch-file.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { saveFile } from '../../../ui/chart/save-file.ts'
import { withStyleNonce } from '../../../ui/styles-of-scripts.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'

interface Wanted {
  readonly address: string
  /** What it is called while it is made. */
  readonly name: string
  /** Shown beside this page instead of being saved. */
  readonly isPage: boolean
}

/** Makes a document of the server's: says while it works, and why not when it is refused. */
export function useDocument() {
  const { t } = useWords()
  const { message, modal } = App.useApp()
  const sentence = useProblemSentence()
  const making = useMutation({
    mutationFn: async ({ address, name, isPage }: Wanted) => {
      // Opened within the click: a window opened after an answer is taken for an advertisement and blocked.
      const page = isPage ? window.open('', '_blank') : null
      if (page) page.document.title = page.document.body.textContent = t('cycle.making', { name })
      const done = message.loading(t('cycle.making', { name }), 0)
      try {
        const { content, fileName } = await fetchFile(address, name)
        // A page opened from here is under the policy of this one.
        if (page) page.location.replace(URL.createObjectURL(await pageFrom(content)))
        else saveFile(content, fileName)
      } catch (error) {
        page?.close()
        throw error
      } finally {
        done()
      }
    },
    onError: (error, { name }) =>
      modal.error({
        title: t('cycle.not-made', { name }),
        content: sentence(error),
        okText: t('app.close'),
      }),
  })
  return { make: making.mutate, isMaking: making.isPending }
}

const pageFrom = async (content: Blob) =>
  new Blob([withStyleNonce(await content.text())], { type: content.type })
