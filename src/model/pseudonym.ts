import type { Random } from './random.ts';

/** Colour words a pseudonym may begin with; the site shows each as a small square. */
export const COLOURS = (
  'amber apricot aqua azure beige blue brass bronze brick cherry cobalt copper coral cornflower cream crimson cyan denim ' +
  'emerald fern gold green grey indigo ivory jade khaki lavender lemon lilac lime linen magenta mahogany maroon mint moss ' +
  'mustard navy ochre olive orange orchid peach pearl pink plum purple red rose ruby russet rust saffron sage salmon sand ' +
  'scarlet sepia silver slate tan teal topaz turquoise umber vermilion violet white wine yellow'
).split(' ');

/** Animals that say nothing about the person who bears one as a name. */
export const ANIMALS = (
  'albatross alpaca antelope avocet axolotl badger beaver bee bison bittern bobcat bonobo bunting bustard buzzard caribou cheetah ' +
  'chinchilla cicada civet condor coot cormorant crane cricket curlew deer dingo dipper dolphin dormouse dove dragonfly duck dunlin ' +
  'eagle egret eider elk emu falcon ferret finch firefly flamingo fox gannet gazelle gecko gibbon goldfinch goose gopher grebe grouse ' +
  'gull hare harrier hawk hedgehog heron hoopoe ibex ibis iguana impala jackal jackdaw jaguar jay kestrel kingfisher kite kiwi koala ' +
  'kudu lapwing lark lemur leopard linnet llama lobster lynx macaw magpie mallard manatee marmot marten martin meerkat merlin mink ' +
  'mole moose moth narwhal newt nightjar numbat nuthatch ocelot octopus okapi oriole oryx osprey otter owl oyster panda pangolin ' +
  'parrot partridge pelican penguin petrel pheasant pika pintail pipit platypus plover porcupine puffin puma quail quokka rabbit ' +
  'raccoon raven reindeer robin rook salamander sandpiper seal serval shrike siskin skua skylark snipe sparrow squirrel starling ' +
  'stoat stork swallow swan swift tapir tern thrush tiger toucan turtle viper vole wagtail walrus warbler weasel whale wolf wombat ' +
  'woodcock woodpecker wren yak zebra'
).split(' ');

const TAIL = '23456789abcdefghjkmnpqrstvwxyz';
const SHAPE = new RegExp(`^(${COLOURS.join('|')})-(${ANIMALS.join('|')})-[${TAIL}]{2}$`);

/** Whether a name has the form of a pseudonym: colour, animal, two signs, as in `teal-otter-7f`. */
export function isPseudonym(name: string): boolean {
  return SHAPE.test(name);
}

/** The words people say: `teal-otter-7f` is "Teal Otter". */
export function spokenPseudonym(pseudonym: string): string {
  const [colour = '', animal = ''] = pseudonym.split('-');
  return `${capital(colour)} ${capital(animal)}`;
}

/**
 * Draws a new pseudonym.
 * @param taken every id and tombstone of the repository
 * @throws Error when a thousand draws in a row were taken, which means that the space is used up
 */
export function drawPseudonym(random: Random, taken: ReadonlySet<string>): string {
  for (let tries = 0; tries < 1000; tries++) {
    const name = `${pick(random, COLOURS)}-${pick(random, ANIMALS)}-${pick(random, TAIL)}${pick(random, TAIL)}`;
    if (!taken.has(name)) return name;
  }
  throw new Error('No free pseudonym was found in a thousand draws.');
}

function pick(random: Random, from: string | readonly string[]): string {
  return from[random.below(from.length)] ?? '';
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
