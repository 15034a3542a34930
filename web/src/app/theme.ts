import type { ThemeConfig } from 'antd'

/**
 * Dense and calm: small controls, square corners, one ink blue. Colours are the same as in `ui/tokens.css`; text has 4.5:1
 * on every ground. `scale`: how many times the usual size letters, fields and the room between are.
 */
export const themeOf = (scale: number): ThemeConfig => ({
  token: {
    colorPrimary: '#17466b',
    colorLink: '#17466b',
    colorError: '#a8201a',
    colorWarning: '#8a5a00',
    colorSuccess: '#1f6f43',
    colorText: '#1b2430',
    colorTextSecondary: '#55606e',
    colorTextTertiary: '#55606e',
    colorTextDescription: '#55606e',
    colorIcon: '#55606e',
    // The edge of a field has 3:1 on paper and on the ground of a page (WCAG 1.4.11).
    colorBorder: '#838c95',
    colorTextPlaceholder: '#6b7683',
    // A link in a sentence is not told by its colour alone (WCAG 1.4.1).
    linkDecoration: 'underline',
    linkHoverDecoration: 'underline',
    linkFocusDecoration: 'underline',
    borderRadius: 3,
    controlHeight: 30 * scale,
    fontSize: 14 * scale,
    sizeUnit: 4 * scale,
    fontFamily: 'var(--sans)',
    motion: false,
    ...(scale > 1 && { lineHeight: 1.55 }),
  },
  components: {
    // A button is told by its words: its edge may be lighter than a field's.
    Button: { primaryShadow: 'none', defaultShadow: 'none', defaultBorderColor: '#b9c2cb' },
    Switch: { colorTextQuaternary: '#6b7683', colorTextTertiary: '#55606e' },
    Form: { itemMarginBottom: 14 * scale },
  },
})
