import { createTheme, type CSSVariablesResolver, type MantineColor } from '@mantine/core';

const COLORS: MantineColor[] = [
  'gray',
  'red',
  'pink',
  'grape',
  'violet',
  'indigo',
  'blue',
  'cyan',
  'teal',
  'green',
  'lime',
  'yellow',
  'orange',
];

const SANS = 'Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const MONO = 'ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace';

export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  luminanceThreshold: 0.25,
  defaultRadius: 'md',
  fontFamily: SANS,
  fontFamilyMonospace: MONO,
  headings: {
    fontFamily: SANS,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.45' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Table: { defaultProps: { verticalSpacing: 'sm', horizontalSpacing: 'md' } },
    Modal: { defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.45, blur: 2 } } },
    Tooltip: {
      defaultProps: { openDelay: 250, withArrow: true, multiline: true, maw: 320, events: { hover: true, focus: true, touch: true } },
    },
  },
});

const perColor = (value: (color: string) => [string, string]) =>
  Object.fromEntries(
    COLORS.flatMap((color) => {
      const [light, outline] = value(color);
      return [
        [`--mantine-color-${color}-light-color`, light],
        [`--mantine-color-${color}-outline`, outline],
      ];
    }),
  );

/** Colours that keep every text at WCAG AA contrast in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5c636a',
    '--mantine-color-placeholder': '#6b7278',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': 'var(--mantine-color-indigo-8)',
    '--page-ground': '#ffffff',
    '--side-ground': '#f7f8fa',
    '--line': '#e4e7ec',
    ...perColor((color) => [
      `color-mix(in srgb, var(--mantine-color-${color}-9), black 35%)`,
      `color-mix(in srgb, var(--mantine-color-${color}-9), black 15%)`,
    ]),
  },
  dark: {
    '--mantine-color-body': '#17181c',
    '--mantine-color-dimmed': '#a6a7ab',
    '--mantine-color-placeholder': '#909296',
    '--mantine-color-error': '#ff8787',
    '--mantine-color-anchor': 'var(--mantine-color-indigo-3)',
    '--page-ground': '#17181c',
    '--side-ground': '#131417',
    '--line': '#2c2e35',
    ...perColor((color) => [`var(--mantine-color-${color}-2)`, `var(--mantine-color-${color}-3)`]),
  },
});
