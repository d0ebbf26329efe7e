/** Largest file that is read as a record, in bytes of UTF-8. */
export const MAX_BYTES = 64 * 1024;
/** How deep lists and maps may nest. */
export const MAX_DEPTH = 12;
/** Most keys and values one file may hold. */
export const MAX_NODES = 5_000;
/** Keys that reach into the prototype of an object. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);
