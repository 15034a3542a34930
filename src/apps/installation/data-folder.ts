import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { invalid } from '../../kernel/errors.ts'

/** Makes the data folder where it is missing, and finds out now whether we may write there. @throws `platform.data-folder-refused` */
export async function prepareDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw invalid('platform.data-folder-refused', { folder, reason })
  }
}
