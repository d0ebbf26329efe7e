import { aggregate } from './aggregate.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { explain } from './explain.ts';
import { schema } from './schema.ts';
import { serve } from './serve.ts';
import { start } from './start.ts';

/** Every command, in the order in which people need them. */
export const COMMANDS: readonly Command[] = [start, check, explain, aggregate, build, serve, schema];
