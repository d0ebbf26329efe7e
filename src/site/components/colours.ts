/**
 * What the colour word of a pseudonym looks like. The square never means anything else, so the values
 * follow the words, not the palette of the charts.
 */
export const COLOURS: Readonly<Record<string, string>> = {
  amber: '#ffbf00', apricot: '#fbb97f', aqua: '#00cfd5', azure: '#2f8fe8', beige: '#e3d9bd',
  blue: '#2156c4', brass: '#b5a642', brick: '#b04a3a', bronze: '#a8702a', cherry: '#b3163c',
  cobalt: '#0047ab', copper: '#b87333', coral: '#ff7f50', cornflower: '#6495ed', cream: '#f7efc9',
  crimson: '#c8143c', cyan: '#00b7d6', denim: '#41699a', emerald: '#2fa866', fern: '#5b8c4b',
  gold: '#dba800', green: '#2a8a3a', grey: '#83888d', indigo: '#4b4ba8', ivory: '#f4ecdc',
  jade: '#00a86b', khaki: '#b8ab6e', lavender: '#b7a6e0', lemon: '#f5e23d', lilac: '#c5a2c8',
  lime: '#9bd21f', linen: '#ece0d1', magenta: '#c9209f', mahogany: '#8a3b23', maroon: '#7c1f2f',
  mint: '#8fdfb8', moss: '#6b7f3a', mustard: '#d0a52f', navy: '#1c2f6b', ochre: '#c17a1f',
  olive: '#7e8000', orange: '#f58a1f', orchid: '#cf70cc', peach: '#fbc6a4', pearl: '#e4e2da',
  pink: '#f295b5', plum: '#8b4486', purple: '#7434a6', red: '#d3222a', rose: '#e38b94',
  ruby: '#a80f45', russet: '#8f4a24', rust: '#b7410e', saffron: '#f4bf33', sage: '#9caf88',
  salmon: '#f7907f', sand: '#d3bd8e', scarlet: '#e8331c', sepia: '#6f4a2a', silver: '#bcc2c7',
  slate: '#708090', tan: '#c9a678', teal: '#0b8380', topaz: '#e6b04a', turquoise: '#37c8bb',
  umber: '#6b5138', vermilion: '#e3492b', violet: '#8257d8', white: '#fbfbfb', wine: '#6e2036',
  yellow: '#f3d313',
};

/** The parts of a pseudonym: `teal-otter-7f` is drawn in teal and read as "Teal Otter". */
export function pseudonymParts(id: string): { colour: string; words: string } {
  const [colour = '', ...rest] = id.split('-');
  const animal = rest.slice(0, Math.max(1, rest.length - 1));
  return { colour: COLOURS[colour] ?? '#83888d', words: [colour, ...animal].map(capital).join(' ') };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
