import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the engine: the one that holds package.json, src and scripts. */
export const ENGINE: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
