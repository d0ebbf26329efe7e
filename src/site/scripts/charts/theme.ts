/** The colours a drawing uses, resolved for the scheme in force. */
export interface Theme {
  readonly family: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly blue: string;
  readonly blueSoft: string;
  readonly alarm: string;
  readonly alarmSoft: string;
}

/**
 * Reads the tokens by giving a hidden element the colour and reading it back:
 * the custom property itself would answer with the unresolved `light-dark(…)`.
 */
export function readTheme(): Theme {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const computed = (colour: string): string => {
    probe.style.color = colour;
    return getComputedStyle(probe).color;
  };
  const read = (token: string): string => computed(`var(--${token})`);
  // With forced colours every token reads as the text's colour; what is soft must still differ from it.
  const soft = (token: string): string => (matchMedia('(forced-colors: active)').matches ? computed('GrayText') : read(token));
  const theme: Theme = {
    family: getComputedStyle(document.body).fontFamily,
    ink: read('ink'),
    ink2: read('ink-2'),
    ink3: read('ink-3'),
    line: soft('line'),
    blue: read('blue'),
    blueSoft: soft('blue-soft'),
    alarm: read('alarm'),
    alarmSoft: soft('alarm-soft'),
  };
  probe.remove();
  return theme;
}
