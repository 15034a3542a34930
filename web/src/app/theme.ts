import type { ThemeConfig } from 'antd'

/** Dense and calm: small controls, square corners, one ink blue. Colours are the same as in `ui/tokens.css`. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#17466b',
    colorLink: '#17466b',
    colorError: '#a8201a',
    colorWarning: '#8a5a00',
    colorSuccess: '#1f6f43',
    colorText: '#1b2430',
    colorTextSecondary: '#55606e',
    colorBorder: '#c8cfd6',
    colorTextPlaceholder: '#6b7683',
    borderRadius: 3,
    controlHeight: 30,
    fontSize: 14,
    fontFamily: 'var(--sans)',
    motion: false,
  },
  components: { Button: { primaryShadow: 'none', defaultShadow: 'none' }, Form: { itemMarginBottom: 14 } },
}
