/** The reason of an end in the words of the settings; the id in words where the list no longer has it. */
export function reasonWords(
  { how, reason }: { how: string | null; reason: string | null },
  lists: { readonly decline: Readonly<Record<string, string>>; readonly withdraw: Readonly<Record<string, string>> },
): string {
  if (reason === null) return '';
  const words = (how === 'withdrew' ? lists.withdraw[reason] : lists.decline[reason]) ?? lists.decline[reason] ?? lists.withdraw[reason];
  return words ?? reason.replaceAll('-', ' ');
}
