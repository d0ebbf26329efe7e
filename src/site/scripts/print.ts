/** A button that prints. Without script the browser's own menu does. */
const button = document.querySelector<HTMLButtonElement>('#print');
button?.parentElement?.removeAttribute('hidden');
button?.addEventListener('click', () => print());
