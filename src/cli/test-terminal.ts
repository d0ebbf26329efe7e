import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether this machine can make a terminal of its own. */
export const HAS_TERMINAL = spawnSync('python3', ['-c', 'import pty']).status === 0;

/** What became of a run on a terminal. */
export interface AtTerminal {
  readonly status: number | null;
  /** Everything that was printed, with each key before what it led to. */
  readonly screen: string;
  /** Whether the terminal was as before afterwards; undefined where it was closed. */
  readonly restored: boolean | undefined;
}

/**
 * Runs `hire` in a folder on a real terminal and presses keys, each once the screen stands still; words are typed in one go.
 * @param ending after the last key: `wait` until it ends, `kill` it where nothing can be caught, or `close` the window
 */
export function atTerminal(folder: string, keys: string, words: readonly string[], ending: 'wait' | 'kill' | 'close' = 'wait'): AtTerminal {
  const home = mkdtempSync(join(tmpdir(), 'hire-'));
  try {
    writeFileSync(join(home, 'keyboard.py'), PTY);
    const hire = [process.execPath, join(import.meta.dirname, '../../scripts/hire.ts'), ...words];
    const ran = spawnSync('python3', [join(home, 'keyboard.py'), keys, ending, ...hire], { cwd: folder, encoding: 'utf8', env: { ...process.env, TERM: 'xterm', NO_COLOR: '' } });
    return { status: ran.status, screen: ran.stdout, restored: ending === 'close' ? undefined : ran.stderr === 'restored' };
  } finally {
    rmSync(home, { recursive: true });
  }
}

const PTY = `
import fcntl, os, pty, re, select, signal, struct, sys, termios, time
pid, fd = pty.fork()
if pid == 0:
    time.sleep(0.2)
    os.execvp(sys.argv[3], sys.argv[3:])
fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack('HHHH', 24, 80, 0, 0))
seen = b''
def until(what, seconds):
    global seen
    end = time.time() + seconds
    while time.time() < end and what not in seen:
        if select.select([fd], [], [], 0.1)[0]:
            try: part = os.read(fd, 65536)
            except OSError: return
            if not part: return
            seen += part
before = termios.tcgetattr(fd)
until(b'q quit', 60)
for key in re.findall(r'[A-Za-z. ]{5,}|.', sys.argv[1], re.DOTALL):
    seen += b'\\n<' + key.encode() + b'>\\n'
    os.write(fd, key.encode())
    time.sleep(0.3)
    until(b'\\x00', 0.3)
if sys.argv[2] == 'kill': os.kill(pid, signal.SIGKILL)
if sys.argv[2] == 'close': os.close(fd)
_, status = os.waitpid(pid, 0)
if sys.argv[2] != 'close': sys.stderr.write('raw left' if before[3] != termios.tcgetattr(fd)[3] else 'restored')
sys.stdout.buffer.write(seen)
sys.exit(os.waitstatus_to_exitcode(status) & 255)
`;
