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
  const read = (token: string): string => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const theme: Theme = {
    family: getComputedStyle(document.body).fontFamily,
    ink: read('ink'),
    ink2: read('ink-2'),
    ink3: read('ink-3'),
    line: read('line'),
    blue: read('blue'),
    blueSoft: read('blue-soft'),
    alarm: read('alarm'),
    alarmSoft: read('alarm-soft'),
  };
  probe.remove();
  return theme;
}
