/** What a system's refusal means for the person at the keyboard, by the name the system gives it. */
const REFUSALS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'this account may not do that there. Change the permissions, or name another place.'],
  ['EPERM', 'this account may not do that there. Change the permissions, or name another place.'],
  ['EROFS', 'the disk can only be read. Name another place.'],
  ['ENOSPC', 'the disk is full. Make room, then try again.'],
  ['EDQUOT', 'the disk is full for this account. Make room, then try again.'],
  ['EEXIST', 'something else stands there already. Move it away, or name another place.'],
  ['ENOTDIR', 'a file stands where a folder is needed. Move it away, or name another place.'],
  ['EISDIR', 'a folder stands where a file is needed. Move it away, or name another place.'],
  ['ENOTEMPTY', 'the folder was filled meanwhile. Is the same command running twice? Try again.'],
  ['ENAMETOOLONG', 'the name is too long for this disk. Choose a shorter one.'],
  ['ELOOP', 'a symbolic link stands there. Name the place it leads to.'],
  ['ENOENT', 'it is not there, or went away meanwhile. Try again.'],
  ['EMFILE', 'too many files are open at once. Close other programs, then try again.'],
  ['EBUSY', 'another program holds it. Close that program, then try again.'],
  ['EADDRINUSE', 'the port is taken. Name another with --port.'],
]);

/**
 * One sentence for an error of the machine rather than of this program: a full disk, a missing permission.
 * @returns undefined for every other error
 */
export function systemWords(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  const why = REFUSALS.get(String(error.code));
  if (why === undefined) return undefined;
  const place = 'dest' in error ? error.dest : 'path' in error ? error.path : undefined;
  return `${typeof place === 'string' ? `“${place}” cannot be used` : 'The machine refused'}: ${why}`;
}
