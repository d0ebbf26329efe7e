/** Runs in the head: the stored colour scheme is there before anything is painted. */
import { storedScheme } from './scheme.ts';

const scheme = storedScheme();
if (scheme !== '') document.documentElement.dataset.scheme = scheme;
