import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { QuarterdeckApp } from './app/quarterdeck-app.tsx'
import './ui/tokens.css'

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <QuarterdeckApp />
  </StrictMode>,
)
