import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { QuarterdeckApp } from './app/quarterdeck-app.tsx'
import { menuKeys } from './ui/menu-keys.ts'
import { returnFocus } from './ui/return-focus.ts'
import { letScriptsStyle } from './ui/styles-of-scripts.ts'
import './ui/tokens.css'

letScriptsStyle()
returnFocus()
menuKeys()

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <QuarterdeckApp />
  </StrictMode>,
)
