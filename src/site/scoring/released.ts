/**
 * Does something now, or once the pointer is let go: a line that comes between pressing and letting go moves what is below it, and the
 * click would miss.
 */
export function onceReleased(act: () => void): void {
  // A press on a control takes the focus from the field before it: the press is then still down.
  const pressed = document.querySelector(':active') !== null;
  if (!pressed) return act();
  addEventListener('pointerup', () => setTimeout(act), { once: true });
}
